package chat.letstalk.stack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./letstalk code EMAIL}: the newest login code that the stack mailed to an address. */
record Code(Console console) {

  /** Mail is sent after the request for it has been answered. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  void run(CommandLine line) {
    int port =
        StackLock.lastPort(line.data())
            .orElseThrow(() -> new StackException("No stack runs; ./letstalk up starts it."));
    Ports ports = new Ports(port, false);
    Instant end = Instant.now().plus(PATIENCE);
    Optional<String> code = newest(ports, line.email());
    while (code.isEmpty() && Instant.now().isBefore(end)) {
      pause();
      code = newest(ports, line.email());
    }
    console.say(
        code.orElseThrow(
            () -> new StackException("No login code has been mailed to " + line.email() + ".")));
  }

  static Optional<String> newest(Ports ports, String email) {
    String user = URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20");
    URI mails =
        URI.create("http://127.0.0.1:%d/api/user/%s/messages".formatted(ports.mailbox(), user));
    HttpRequest request = HttpRequest.newBuilder(mails).timeout(PATIENCE).build();
    try {
      HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) { // the mailbox knows an address from its first mail on
        return Optional.empty();
      }
      List<String> sources = JsonStrings.of(answer.body(), "mimeMessage");
      return sources.isEmpty()
          ? Optional.empty()
          : MailText.of(sources.get(sources.size() - 1)).code();
    } catch (IOException e) {
      throw new StackException("No stack runs; ./letstalk up starts it.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted.", e);
    }
  }

  private static void pause() {
    try {
      boolean never = new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
      assert !never;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted.", e);
    }
  }
}
