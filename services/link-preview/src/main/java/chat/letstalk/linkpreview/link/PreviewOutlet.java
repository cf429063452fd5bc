package chat.letstalk.linkpreview.link;

import chat.letstalk.contracts.event.LinkPreviewReady;

/** Where previews go. Thread-safe. */
@FunctionalInterface
public interface PreviewOutlet {

  /**
   * Hands a preview on; returns when it cannot be lost any more.
   *
   * @throws RuntimeException when it may be lost
   */
  void put(LinkPreviewReady preview);
}
