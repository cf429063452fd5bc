package chat.letstalk.stack;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A handler that does as it is told, good or bad. */
public class StrangeHandler implements RequestHandler<Map<String, String>, Map<String, String>> {

  @Override
  public Map<String, String> handleRequest(Map<String, String> order, Context context) {
    return switch (order.get("do")) {
      case "answer" ->
          Map.of(
              "text", order.get("text"),
              "function", context.getFunctionName(),
              "variable", System.getenv("GREETING"));
      case "fail" -> throw new IllegalStateException("told to");
      case "hang" -> hang();
      default -> die();
    };
  }

  private static Map<String, String> hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Map.of();
  }

  private static Map<String, String> die() {
    Runtime.getRuntime().halt(3);
    return Map.of();
  }
}
