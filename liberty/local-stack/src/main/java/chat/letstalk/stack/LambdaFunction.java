package chat.letstalk.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A function as it would be deployed to AWS Lambda. Immutable.
 *
 * @param name what it is invoked by
 * @param code the shaded jar with the handler, or a folder with its classes
 * @param handler {@code package.Class} or {@code package.Class::method}
 * @param memoryMegabytes four fifths of it become the heap, as on AWS
 * @param timeout an invocation that takes longer fails, and its environment is replaced
 * @param concurrency how many environments there are, each with one invocation at a time
 * @param environment variables for the handler
 */
public record LambdaFunction(
    String name,
    Path code,
    String handler,
    int memoryMegabytes,
    Duration timeout,
    int concurrency,
    Map<String, String> environment) {

  public LambdaFunction {
    code = code.toAbsolutePath();
    environment = Map.copyOf(environment);
  }
}
