package chat.letstalk.bench.people;

import static chat.letstalk.bench.people.People.parsed;

import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.load.RestCall;
import chat.letstalk.bench.load.RestClient;
import chat.letstalk.stack.RunningStack;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Signs people in by the code that the stack mails to them. Codes are limited per source, so each
 * comes from an address of its own, which the local stack believes its own machine.
 */
final class SignIn {

  private static final Duration MAIL_DEADLINE = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final RunningStack stack;
  private final RestClient rest;
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final AtomicInteger newcomers = new AtomicInteger();

  SignIn(RunningStack stack, RestClient rest) {
    this.stack = stack;
    this.rest = rest;
  }

  /** Somebody new, with a name. */
  CompletableFuture<Person> newcomer() {
    int number = newcomers.incrementAndGet();
    String email = "bench-%s-%d@example.com".formatted(run, number);
    String source = "10.20.%d.%d".formatted(number / 250, number % 250 + 1);
    return rest.send(
            RestCall.anonymous(
                source,
                "/api/Authentication/generate-login-code",
                withEmail(email).build().toString()))
        .thenCompose(asked -> code(email, Instant.now().plus(MAIL_DEADLINE)))
        .thenCompose(code -> logIn(email, source, code))
        .thenCompose(token -> fillInProfile(token, number));
  }

  private CompletableFuture<Integer> code(String email, Instant deadline) {
    return CompletableFuture.supplyAsync(() -> stack.newestCode(email), later())
        .thenCompose(
            code -> {
              if (code.isPresent()) {
                return CompletableFuture.completedFuture(Integer.valueOf(code.get()));
              } else if (Instant.now().isAfter(deadline)) {
                return CompletableFuture.failedFuture(
                    new BenchException(
                        "no login code has been mailed within %d s; see the log of %s"
                            .formatted(MAIL_DEADLINE.toSeconds(), stack.serverOf("email"))));
              }
              return code(email, deadline);
            });
  }

  private static Executor later() {
    return CompletableFuture.delayedExecutor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
  }

  private CompletableFuture<String> logIn(String email, String source, int code) {
    String body = withEmail(email).add("code", code).build().toString();
    return rest.send(RestCall.anonymous(source, "/api/Authentication/email-login", body))
        .thenApply(answer -> parsed(answer).getString("token"));
  }

  private CompletableFuture<Person> fillInProfile(String token, int number) {
    String body =
        Json.createObjectBuilder()
            .add("firstName", "Bench")
            .add("lastName", String.valueOf(number))
            .build()
            .toString();
    return rest.send(RestCall.put(token, "/api/Profile", body))
        .thenApply(answer -> new Person(parsed(answer).getString("id"), token));
  }

  private static JsonObjectBuilder withEmail(String email) {
    return Json.createObjectBuilder()
        .add("email", email)
        .add("antiSpamToken", System.currentTimeMillis() / 1000);
  }
}
