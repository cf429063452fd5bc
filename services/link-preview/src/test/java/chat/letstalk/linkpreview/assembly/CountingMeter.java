package chat.letstalk.linkpreview.assembly;

import chat.letstalk.page.Outcome;
import chat.letstalk.page.preview.PageMeter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was counted. */
final class CountingMeter implements PageMeter {

  private final List<Outcome> cached = new CopyOnWriteArrayList<>();
  private final List<Outcome> fetched = new CopyOnWriteArrayList<>();

  @Override
  public void cached(Outcome outcome) {
    cached.add(outcome);
  }

  @Override
  public void fetched(Outcome outcome, Duration took) {
    fetched.add(outcome);
  }

  List<Outcome> cached() {
    return List.copyOf(cached);
  }

  List<Outcome> fetched() {
    return List.copyOf(fetched);
  }
}
