package chat.letstalk.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of the cloned repository: engines, server configuration and WARs are found from it.
 */
public record Checkout(Path folder) {

  /** The checkout named by the system property {@code letstalk.checkout}, or the one around us. */
  public static Checkout find() {
    String named = System.getProperty("letstalk.checkout");
    if (named != null) {
      return new Checkout(Path.of(named).toAbsolutePath().normalize());
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("liberty/local-stack"))) {
        return new Checkout(folder);
      }
    }
    throw new StackException("No LetsTalk checkout around " + here + ".");
  }

  /** A folder with the files of a bundled server: kafka, mariadb, mailbox or redis. */
  Path engine(String name) {
    return built("liberty/local-stack", "engines/" + name);
  }

  /** The folder with the jars of the local S3, which are a module of their own. */
  Path s3Engine() {
    return built("liberty/local-s3", "engines/s3");
  }

  /** The folder with the local SNS and SQS, which are a module of their own. */
  Path awsEngine() {
    return built("liberty/local-aws", "engines/aws");
  }

  /** The class path of what stands for MongoDB, which is a module of its own. */
  String mongoDbEngine() {
    return built("liberty/local-mongodb", "engines/mongodb")
        + "/*:"
        + built("liberty/local-mongodb", "classes");
  }

  Path libertyRuntime() {
    return built("liberty/local-stack", "wlp");
  }

  Path serverConfiguration() {
    return folder.resolve("liberty/servers");
  }

  Path war(String service) {
    return folder.resolve("services/" + service + "/target/" + service + ".war");
  }

  /** The WARs of all services, by the names of the services. */
  Map<String, Path> wars() {
    return LocalStack.SERVICES.stream().collect(Collectors.toMap(Function.identity(), this::war));
  }

  /** The packaged function that does on AWS Lambda what a service of this name does. */
  Path function(String service) {
    String module = "lambdas/" + service;
    Path jar = folder.resolve(module).resolve("target/lambda-" + service + ".jar");
    if (!Files.isRegularFile(jar)) {
      throw new StackException(jar + " is not built: run mvn -pl " + module + " -am package.");
    }
    return jar;
  }

  /** The folder WEB-INF from which a service's WAR was packed. */
  Path exploded(String service) {
    Path target = folder.resolve("services").resolve(service).resolve("target");
    try (Stream<Path> folders = Files.list(target)) {
      return folders
          .map(candidate -> candidate.resolve("WEB-INF"))
          .filter(candidate -> Files.isDirectory(candidate.resolve("classes")))
          .findFirst()
          .orElseThrow(() -> new StackException(service + " is not built in " + target + "."));
    } catch (IOException e) {
      throw new StackException(service + " is not built in " + target + ".", e);
    }
  }

  private Path built(String module, String name) {
    Path path = folder.resolve(module).resolve("target").resolve(name);
    if (!Files.isDirectory(path)) {
      throw new StackException(path + " is not built: run mvn -pl " + module + " install.");
    }
    return path;
  }
}
