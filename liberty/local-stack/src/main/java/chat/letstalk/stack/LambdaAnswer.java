package chat.letstalk.stack;

import java.nio.charset.StandardCharsets;

/**
 * What became of an invocation.
 *
 * @param failed whether the payload describes an error
 * @param payload JSON
 */
record LambdaAnswer(boolean failed, byte[] payload) {

  /** In the shape in which AWS Lambda reports what the handler itself could not report. */
  static LambdaAnswer failure(String type, String message) {
    String json = "{\"errorMessage\":\"%s\",\"errorType\":\"%s\"}".formatted(message, type);
    return new LambdaAnswer(true, json.getBytes(StandardCharsets.UTF_8));
  }
}
