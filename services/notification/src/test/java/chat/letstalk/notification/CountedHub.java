package chat.letstalk.notification;

import chat.letstalk.notification.connection.HubMeter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts for a test to read. */
public final class CountedHub implements HubMeter {

  public final AtomicInteger pushed = new AtomicInteger();
  public final AtomicInteger cutOff = new AtomicInteger();
  public final List<String> refused = new CopyOnWriteArrayList<>();

  @Override
  public void pushed(int connections, long millisSinceCommit) {
    pushed.addAndGet(connections);
  }

  @Override
  public void cutOff() {
    cutOff.incrementAndGet();
  }

  @Override
  public void refused(String reason) {
    refused.add(reason);
  }
}
