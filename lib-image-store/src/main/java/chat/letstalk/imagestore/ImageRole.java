package chat.letstalk.imagestore;

/** What a picture is for. */
public enum ImageRole {
  /** An account's own picture. */
  AVATAR,
  /** A picture in a chat. */
  MESSAGE,
  /** The small form of a picture in a chat. */
  PREVIEW
}
