package chat.letstalk.page.site;

import chat.letstalk.page.fetch.FetchSettings;
import chat.letstalk.page.fetch.PortRange;
import java.util.List;

/** The product's own settings, for sites on any port. */
public final class FetchSettingsForTests {

  private static final List<PortRange> ANY_PORT = List.of(new PortRange(1, 65_535));

  private FetchSettingsForTests() {}

  /** For sites of this machine. */
  public static FetchSettings open() {
    return settings(false, List.of(), List.of(), true);
  }

  /** As in production. */
  public static FetchSettings strict() {
    return settings(false, List.of(), List.of(), false);
  }

  /** For sites of this machine, robots.txt asked. */
  public static FetchSettings robots() {
    return settings(true, List.of(), List.of(), true);
  }

  /** For some sites of this machine. */
  public static FetchSettings hosts(List<String> allowed, List<String> denied) {
    return settings(false, allowed, denied, true);
  }

  private static FetchSettings settings(
      boolean robots, List<String> allowed, List<String> denied, boolean allowPrivate) {
    return new FetchSettings(
        "LetsTalkBot/1.0 (link previews)",
        robots,
        allowed,
        denied,
        ANY_PORT,
        5,
        1_048_576,
        16,
        allowPrivate);
  }
}
