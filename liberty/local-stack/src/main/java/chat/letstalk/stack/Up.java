package chat.letstalk.stack;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./letstalk up}: starts the stack and stays until somebody stops it. */
record Up(Console console) {

  private static final long ROOM = 500_000_000;
  private static final String READY =
      """

      LetsTalk is ready.

        REST         %1$s/api          described at %1$s/openapi/ui
        hub          %2$s
        pictures     %5$s/images/ID  and gRPC-Web beside it
        health       %1$s/health/ready     metrics: %1$s/metrics
        mailbox      %3$s/api/user/you@example.com/messages

        Sign in      curl -s %1$s/api/Authentication/generate-login-code -H 'Content-Type: application/json' \\
                          -d '{"email":"you@example.com","antiSpamToken":'$(date +%%s)'}'
                     ./letstalk code you@example.com      prints the code of that mail; then
                     curl -s %1$s/api/Authentication/email-login -H 'Content-Type: application/json' \\
                          -d '{"email":"you@example.com","code":CODE,"antiSpamToken":'$(date +%%s)'}'
        Stop         Ctrl-C here, or ./letstalk down elsewhere; the data stays in
                     %4$s
      """;

  void run(CommandLine line) {
    StackOptions options =
        new StackOptions(
            line.data(), line.port(), line.separate(), line.choices(), line.ownServers(), Map.of());
    requireRoom(options.data());
    console.say(
        "LetsTalk starts on port "
            + options.port()
            + (options.separate() ? ", one server per service." : ", all services in one server."));
    boolean first = StartUp.isFirst(options.data());
    Runtime.getRuntime().addShutdownHook(new Thread(this::farewell));
    try (LocalStack stack = LocalStack.start(options, console::step)) {
      PidFile launcher = PidFile.of(options.data(), StackLock.LAUNCHER);
      Runtime.getRuntime().addShutdownHook(new Thread(launcher::remove));
      launcher.write(ProcessHandle.current());
      new StartUp(Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()), first)
          .write(options.data());
      console.say(
          READY.formatted(
              stack.restUrl(),
              stack.hubUrl(),
              stack.mailboxUrl(),
              options.data(),
              stack.fileStorageUrl()));
      stay(stack);
    }
  }

  private void farewell() {
    if (RunningParts.any()) {
      console.step("stopping; the data is kept");
    }
  }

  /** Until the JVM is told to end. A part that ends by itself is started again. */
  private void stay(LocalStack stack) {
    try {
      while (!new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS)) {
        for (String part : stack.ended()) {
          if (!RunningParts.areEnding()) {
            console.step(part + " has ended; starting it again");
            stack.restart(part);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void requireRoom(Path data) {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new StackException(
          "The folder %s cannot be made (%s): name another one with --data DIR."
              .formatted(data, e));
    }
    // A file store would have to be mounted where this process sees it, which a chroot's is not.
    long free = data.toFile().getUsableSpace();
    if (free < ROOM) {
      throw new StackException(
          "Too little disk: %s has %d MB left and needs %d MB."
              .formatted(data, free / 1_000_000, ROOM / 1_000_000));
    }
  }
}
