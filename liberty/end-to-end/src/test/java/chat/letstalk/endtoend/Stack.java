package chat.letstalk.endtoend;

import chat.letstalk.stack.Choice;
import chat.letstalk.stack.Combination;
import chat.letstalk.stack.LocalStack;
import chat.letstalk.stack.StackOptions;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;

/**
 * The packaged WARs, running beside a real broker, database and mailbox. Each kind of stack starts
 * when the first test asks for it, on free ports and with data of its own, and ends with the JVM.
 */
final class Stack implements AutoCloseable {

  private final StackOptions options;
  private LocalStack running;

  private Stack(StackOptions options) {
    this.options = looksAtLocalPages(options);
    this.running = LocalStack.start(this.options);
  }

  /** The sites that tests link to are on this machine, where links must not lead otherwise. */
  private static StackOptions looksAtLocalPages(StackOptions options) {
    return options
        .with("LETSTALK_LINK_PREVIEW_ALLOW_PRIVATE", "true")
        .with("LETSTALK_LINK_PREVIEW_PORTS", "1-65535");
  }

  private static final class AllInOne {
    static final Stack STACK = new Stack(fresh("all-in-one"));
  }

  private static final class Separate {
    static final Stack STACK =
        new Stack(
            StackOptions.separate(freshFolder("separate"))
                .with(Choice.FILES, "s3")
                .with(Choice.PREVIEWS, "lambda"));
  }

  /** All services in one server. */
  static Stack allInOne() {
    return AllInOne.STACK;
  }

  /** A server for each service; pictures in S3, previews by functions. */
  static Stack separate() {
    return Separate.STACK;
  }

  /** All services in one server on certain engines, for a test that ends it. */
  static Stack allInOneOn(Combination combination) {
    return of(combination.of(fresh(String.join("-", combination.engines()))));
  }

  /** One as a test has put it together, which also ends it. */
  static Stack of(StackOptions options) {
    return new Stack(options);
  }

  /** All services in one server, with data of its own. */
  static StackOptions fresh(String kind) {
    return StackOptions.allInOne(freshFolder(kind));
  }

  static Path freshFolder(String kind) {
    try {
      Path stacks = Files.createDirectories(Path.of("target/stacks"));
      return Files.createTempDirectory(stacks, kind + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI rest() {
    return running.restUrl();
  }

  URI hub() {
    return running.hubUrl();
  }

  /** What Microsoft's clients are given: they negotiate below it. */
  URI negotiate() {
    return URI.create(hub().toString().replaceFirst("^ws", "http"));
  }

  /** Pictures: gRPC-Web and {@code /images}. */
  URI files() {
    return running.fileStorageUrl();
  }

  URI jwks() {
    return URI.create(running.authenticationUrl() + "/.well-known/jwks.json");
  }

  Mailbox mailbox() {
    return new Mailbox(running.mailboxUrl());
  }

  String kafka() {
    return running.kafkaBootstrap();
  }

  int grpcPort() {
    return running.authenticationGrpcPort();
  }

  /** The key of the service that may do most. */
  String serviceKey() {
    return running.serviceKey("chat-api");
  }

  /** What an attacker would need to steal first. */
  RSAKey signingKey() {
    try (var files = Files.list(running.keysFolder())) {
      Path file = files.filter(path -> path.toString().endsWith(".json")).findFirst().orElseThrow();
      return JWKSet.parse(Files.readString(file)).getKeys().get(0).toRSAKey();
    } catch (IOException | ParseException e) {
      throw new IllegalStateException("No signing key in " + running.keysFolder(), e);
    }
  }

  /** What is left of the WARs, and beside them what they have in common. */
  Path skinnyWars() {
    return options.data().resolve("liberty/skinny-wars");
  }

  /** The line in which each service says what it was told to stand on. */
  List<String> chosenBy(String server) {
    try (var lines = Files.lines(options.data().resolve("logs").resolve(server + ".log"))) {
      return lines.filter(line -> line.contains("Chosen: ")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void kills(Part part) {
    running.kill(part.toString());
  }

  void restarts(Part part) {
    running.restart(part.toString());
  }

  /** Nobody gets an answer from the part any more, nor is a connection refused. */
  void freezes(Part part) {
    signals(part, "-STOP");
  }

  void thaws(Part part) {
    signals(part, "-CONT");
  }

  private void signals(Part part, String signal) {
    String pid = String.valueOf(running.pid(part.toString()));
    run(List.of("kill", signal, pid));
  }

  private static void run(List<String> command) {
    try {
      int status = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (status != 0) {
        throw new IllegalStateException(command + " ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  List<String> parts() {
    return running.parts();
  }

  /** {@code ./letstalk down --wipe}, as people type it elsewhere. */
  void isWipedFromElsewhere() {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "chat.letstalk.stack.Main",
            "down",
            "--wipe",
            "--data",
            options.data().toString());
    run(command);
  }

  void killsEverything() {
    running.parts().forEach(running::kill);
    running.close();
  }

  void upAgain() {
    running = LocalStack.start(options);
  }

  @Override
  public void close() {
    running.close();
  }
}
