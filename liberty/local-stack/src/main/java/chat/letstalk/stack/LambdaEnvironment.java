package chat.letstalk.stack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One execution environment of a function: a process with AWS's own runtime client around the
 * handler, started and spoken to as AWS Lambda does. Takes one invocation at a time.
 */
final class LambdaEnvironment implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(120);

  /** Unless it is named, all processes unpack it to one place, over what others have loaded. */
  private static final String NATIVE_PART =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private static final long LOOK_MILLIS = 20;

  private final LambdaFunction function;
  private final LambdaRuntimeApi runtime;
  private final StackProcess process;

  private LambdaEnvironment(
      LambdaFunction function, LambdaRuntimeApi runtime, StackProcess process) {
    this.function = function;
    this.runtime = runtime;
    this.process = process;
  }

  /**
   * Starts a process and waits until its handler is initialised.
   *
   * @param part the name of the process in the data folder
   */
  static LambdaEnvironment start(LambdaFunction function, String part, Path data) {
    LambdaRuntimeApi runtime = LambdaRuntimeApi.open(function.name());
    try {
      StackProcess process =
          StackProcess.start(part, data, variables(function, runtime), command(function));
      LambdaEnvironment environment = new LambdaEnvironment(function, runtime, process);
      process.awaitReady(runtime::hasStarted, START);
      environment.requireHandler();
      return environment;
    } catch (RuntimeException e) {
      runtime.close();
      throw e;
    }
  }

  /** As AWS starts a function on Java: one tier of compilation, four fifths of memory as heap. */
  private static List<String> command(LambdaFunction function) {
    Path client = Checkout.find().engine("lambda");
    return List.of(
        Jvm.java(),
        "-Xmx" + function.memoryMegabytes() * 4 / 5 + "m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-D" + NATIVE_PART + "=" + client.resolve("jni").resolve(nativePart()),
        "-cp",
        function.code() + ":" + client + "/*",
        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
        function.handler());
  }

  private static String nativePart() {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    return "libaws-lambda-jni.linux-" + (arm ? "aarch_64" : "x86_64") + ".so";
  }

  private static Map<String, String> variables(LambdaFunction function, LambdaRuntimeApi runtime) {
    Map<String, String> all = new HashMap<>(function.environment());
    all.put("AWS_LAMBDA_RUNTIME_API", runtime.address());
    all.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    all.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memoryMegabytes()));
    all.put("_HANDLER", function.handler());
    all.putIfAbsent("AWS_REGION", LocalLambda.REGION);
    return all;
  }

  private void requireHandler() {
    LambdaAnswer start = runtime.started().getNow(new LambdaAnswer(false, new byte[0]));
    if (start.failed()) {
      close();
      throw new StackException(
          "The handler of %s does not start: %s"
              .formatted(function.name(), new String(start.payload(), StandardCharsets.UTF_8)));
    }
  }

  /** Runs the handler once; what goes wrong is in the answer. */
  LambdaAnswer invoke(byte[] payload) throws InterruptedException {
    CompletableFuture<LambdaAnswer> answer = runtime.invoke(payload, function.timeout());
    long end = System.nanoTime() + function.timeout().toNanos();
    while (System.nanoTime() < end) {
      try {
        return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        if (!process.isAlive()) {
          return LambdaAnswer.failure("Runtime.ExitError", "Runtime exited without a reason");
        }
      } catch (ExecutionException e) {
        throw new StackException(function.name() + " could not be invoked.", e);
      }
    }
    kill();
    return LambdaAnswer.failure(
        "Sandbox.Timedout",
        "Task timed out after %.2f seconds".formatted(function.timeout().toMillis() / 1000.0));
  }

  /** Whether it can take another invocation. */
  boolean isUsable() {
    return process.isAlive();
  }

  private void kill() {
    process.kill();
    runtime.close();
  }

  @Override
  public void close() {
    process.close();
    runtime.close();
  }
}
