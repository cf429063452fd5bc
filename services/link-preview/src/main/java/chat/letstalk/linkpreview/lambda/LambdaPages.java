package chat.letstalk.linkpreview.lambda;

import chat.letstalk.lambda.invocation.FunctionUnavailable;
import chat.letstalk.lambda.invocation.RemoteFunction;
import chat.letstalk.page.Outcome;
import chat.letstalk.page.preview.PagePreview;
import chat.letstalk.page.preview.Pages;
import chat.letstalk.page.preview.PagesUnavailable;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * Lets a function on AWS Lambda look at pages: {@code {"url"}} in; {@code {"outcome", "title",
 * "imageUrl"}} out, as far as there are any. Thread-safe.
 */
public final class LambdaPages implements Pages {

  private final RemoteFunction function;

  /**
   * @param function closed with this
   */
  public LambdaPages(RemoteFunction function) {
    this.function = function;
  }

  @Override
  public PagePreview preview(String url) {
    JsonObject request = Json.createObjectBuilder().add("url", url).build();
    try {
      return function.invoke(request, LambdaPages::page);
    } catch (FunctionUnavailable e) {
      throw new PagesUnavailable(e.getMessage(), e);
    }
  }

  private static PagePreview page(JsonObject answer) {
    return new PagePreview(
        Outcome.named(answer.getString("outcome")),
        answer.getString("title", null),
        answer.getString("imageUrl", null));
  }

  @Override
  public void close() {
    function.close();
  }
}
