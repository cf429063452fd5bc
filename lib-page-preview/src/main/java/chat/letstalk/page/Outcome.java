package chat.letstalk.page;

import java.util.Locale;

/** What became of looking at a page. */
public enum Outcome {
  /** The page shows a title or a picture of itself. */
  FOUND(Kind.LOOKED_AT),
  /** The page shows neither. */
  EMPTY(Kind.LOOKED_AT),

  /** No http or https URL, one with credentials in it, or one with a port that is not allowed. */
  UNSUPPORTED_URL(Kind.REFUSED),
  /** The host is not on the list of allowed hosts, or is on that of denied ones. */
  DENIED_HOST(Kind.REFUSED),
  /** The host has an address that is not of the public internet. */
  FORBIDDEN_ADDRESS(Kind.REFUSED),
  /** The site's robots.txt does not want us there. */
  ROBOTS(Kind.REFUSED),
  /** One redirect after the other. */
  TOO_MANY_REDIRECTS(Kind.REFUSED),
  /** Something else than HTML. */
  NOT_HTML(Kind.REFUSED),

  /** The host's name has no address. */
  UNKNOWN_HOST(Kind.FAILED),
  /** No connection, or one that broke. */
  UNREACHABLE(Kind.FAILED),
  /** Not done within the deadline. */
  TOO_SLOW(Kind.FAILED),
  /** The site answers that there is no such page, or that it has a problem. */
  ERROR_STATUS(Kind.FAILED),
  /** The answer cannot be decoded. */
  UNREADABLE(Kind.FAILED);

  /** The three ways in which looking at a page can end. */
  public enum Kind {
    LOOKED_AT,
    REFUSED,
    FAILED
  }

  private final Kind kind;

  Outcome(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** The name on the wire and in metrics: {@code forbidden-address}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads a name as {@link #toString} writes it.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static Outcome named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
