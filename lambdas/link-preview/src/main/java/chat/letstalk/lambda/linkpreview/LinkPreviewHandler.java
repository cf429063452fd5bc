package chat.letstalk.lambda.linkpreview;

import chat.letstalk.page.preview.PagePreview;
import chat.letstalk.page.preview.PageSettings;
import chat.letstalk.page.preview.Pages;
import chat.letstalk.page.preview.WebPages;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.HashMap;
import java.util.Map;

/**
 * Looks at a page on AWS Lambda: {@code {"url"}} in; {@code {"outcome", "title", "imageUrl"}} out,
 * as far as there are any. Whatever is wrong with the link or the site is an outcome; an error
 * means that the request is none or that the function is broken. Settings are environment variables
 * ({@link PageSettings#ofEnvironment}).
 */
public final class LinkPreviewHandler
    implements RequestHandler<Map<String, String>, Map<String, String>> {

  /** Kept from one invocation to the next. */
  private final Pages pages;

  /** For AWS Lambda. */
  public LinkPreviewHandler() {
    PageSettings settings = PageSettings.ofEnvironment();
    pages = new WebPages(settings.fetch(), settings.deadline());
  }

  @Override
  public Map<String, String> handleRequest(Map<String, String> request, Context context) {
    String url = request == null ? null : request.get("url");
    if (url == null) {
      throw new IllegalArgumentException("The request has no url");
    }
    return answer(pages.preview(url));
  }

  private static Map<String, String> answer(PagePreview page) {
    Map<String, String> answer = new HashMap<>();
    answer.put("outcome", page.outcome().toString());
    if (page.title() != null) {
      answer.put("title", page.title());
    }
    if (page.imageUrl() != null) {
      answer.put("imageUrl", page.imageUrl());
    }
    return answer;
  }
}
