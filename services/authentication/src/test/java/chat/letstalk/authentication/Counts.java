package chat.letstalk.authentication;

import chat.letstalk.authentication.metric.Meter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What has been counted. */
public final class Counts implements Meter {

  private final Map<Event, Integer> counted = new ConcurrentHashMap<>();

  @Override
  public void count(Event event) {
    counted.merge(event, 1, Integer::sum);
  }

  /** How often something happened. */
  public int of(Event event) {
    return counted.getOrDefault(event, 0);
  }
}
