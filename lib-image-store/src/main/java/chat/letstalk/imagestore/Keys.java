package chat.letstalk.imagestore;

/** Where things lie. A key is made of an {@link ImageId} alone, so nothing from outside gets in. */
final class Keys {

  /** Markers of what was uploaded and not shared yet, named by id and so in the order of time. */
  static final String UNSHARED = "unshared";

  private Keys() {}

  static String content(ImageId id) {
    return "content/" + shard(id) + id;
  }

  static String record(ImageId id) {
    return "records/" + shard(id) + id;
  }

  static String unshared(ImageId id) {
    return UNSHARED + "/" + id;
  }

  /** 65,536 folders, by the end of the id: its beginning is the time, its end is random. */
  private static String shard(ImageId id) {
    String text = id.toString();
    int end = text.length();
    return text.substring(end - 2) + "/" + text.substring(end - 4, end - 2) + "/";
  }
}
