package chat.letstalk.chatapi.outbox;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what the relay tells instead of showing it to an operator. */
public final class QuietMeter implements RelayMeter {

  final AtomicBoolean leading = new AtomicBoolean();
  final AtomicInteger published = new AtomicInteger();
  final AtomicInteger failed = new AtomicInteger();
  final AtomicInteger buried = new AtomicInteger();

  @Override
  public void leading(boolean now) {
    leading.set(now);
  }

  @Override
  public void waiting(long events) {}

  @Override
  public void published(int events) {
    published.addAndGet(events);
  }

  @Override
  public void failed() {
    failed.incrementAndGet();
  }

  @Override
  public void buried() {
    buried.incrementAndGet();
  }
}
