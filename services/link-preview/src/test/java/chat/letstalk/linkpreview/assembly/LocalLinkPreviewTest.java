package chat.letstalk.linkpreview.assembly;

import java.util.Map;

/** Pages that this process looks at itself. */
class LocalLinkPreviewTest extends LinkPreviewSuite {

  @Override
  protected Map<String, String> configuration() {
    return Map.of(
        "letstalk.link-preview.allow-private", "true",
        "letstalk.link-preview.ports", "1-65535",
        "letstalk.link-preview.deadline", "PT20S");
  }
}
