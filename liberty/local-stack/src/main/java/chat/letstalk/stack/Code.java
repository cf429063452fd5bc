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

  void run(CommandLine line) {
    int port =
        StackLock.lastPort(line.data())
            .orElseThrow(() -> new StackException("No stack runs; ./letstalk up starts it."));
    URI mails =
        URI.create(
            "http://127.0.0.1:%d/api/user/%s/messages"
                .formatted(
                    new Ports(port, false).mailbox(),
                    URLEncoder.encode(line.email(), StandardCharsets.UTF_8).replace("+", "%20")));
    Instant end = Instant.now().plus(PATIENCE);
    Optional<String> code = newest(mails);
    while (code.isEmpty() && Instant.now().isBefore(end)) {
      pause();
      code = newest(mails);
    }
    console.say(
        code.orElseThrow(
            () -> new StackException("No login code has been mailed to " + line.email() + ".")));
  }

  private static Optional<String> newest(URI mails) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    HttpRequest request = HttpRequest.newBuilder(mails).timeout(PATIENCE).build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
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
