package chat.letstalk.lambda.invocation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * A function on AWS Lambda that answers while one waits: a JSON object in, a JSON object out. A
 * call takes as long as {@link LambdaSettings#answerWithin} at most. Thread-safe.
 */
public final class RemoteFunction implements AutoCloseable {

  private final LambdaClient lambda;
  private final String name;
  private final String keys;

  /**
   * @param lambda closed with this
   * @param name or ARN
   * @param keys the beginning of the keys that tell how to reach it
   */
  RemoteFunction(LambdaClient lambda, String name, String keys) {
    this.lambda = lambda;
    this.name = name;
    this.keys = keys;
  }

  /**
   * Invokes the function.
   *
   * @param answer reads what it answers; any exception out of it means that this is no answer
   * @throws FunctionUnavailable when it has not answered, or nothing of use
   */
  public <T> T invoke(JsonObject request, Function<JsonObject, T> answer) {
    InvokeResponse response = invoke(request.toString());
    if (response.functionError() != null) {
      throw new FunctionUnavailable(
          "The function %s failed (%s): look at its log".formatted(name, response.functionError()),
          null);
    }
    try (JsonReader reader =
        Json.createReader(new StringReader(response.payload().asUtf8String()))) {
      return answer.apply(reader.readObject());
    } catch (RuntimeException e) {
      throw new FunctionUnavailable(
          "The function %s answers something else than asked for: is it ours, of this version?"
              .formatted(name),
          e);
    }
  }

  private InvokeResponse invoke(String payload) {
    try {
      return lambda.invoke(
          request -> request.functionName(name).payload(SdkBytes.fromUtf8String(payload)));
    } catch (SdkException e) {
      throw new FunctionUnavailable(
          "The function %s cannot be invoked: look at %s*".formatted(name, keys), e);
    }
  }

  @Override
  public void close() {
    lambda.close();
  }
}
