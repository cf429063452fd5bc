package chat.letstalk.filestorage.metric;

import java.time.Duration;

/** Counts what happens to pictures. Thread-safe. */
public interface FileMeter {

  /** Why somebody was refused. */
  enum Refusal {
    /** No token, or none that is valid. */
    TOKEN,
    /** A service without a known key, or one that may not make the call. */
    CALLER,
    /** An upload of no bytes. */
    EMPTY,
    /** An upload of too many bytes. */
    BYTES,
    /** An upload of too many pixels. */
    PIXELS,
    /** An upload for a role that there is not. */
    ROLE,
    /** An upload that is no picture, or none that is taken. */
    CONTENT,
    /** More uploads of one account than is good. */
    RATE,
    /** More uploads at the same time than there is memory for. */
    BUSY,
    /** A picture that was to be sent, and its signature is not right. */
    SIGNATURE,
    /** A picture that there is not, or that is not for the caller to see. */
    UNKNOWN
  }

  /** Counts a refusal. */
  void refused(Refusal why);

  /**
   * Counts an upload.
   *
   * @param bytes as stored
   * @param took from the complete request to the stored picture
   */
  void uploaded(long bytes, Duration took);

  /**
   * Counts a download.
   *
   * @param bytes that were sent
   */
  void downloaded(long bytes);

  /** Counts pictures that were removed because they are not needed any more. */
  void removed();

  /** Counts pictures that were never sent, and were swept. */
  void swept(int count);
}
