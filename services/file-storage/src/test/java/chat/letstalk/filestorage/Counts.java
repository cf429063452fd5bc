package chat.letstalk.filestorage;

import chat.letstalk.filestorage.metric.FileMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts, for tests to read. */
public final class Counts implements FileMeter {

  public final AtomicInteger uploads = new AtomicInteger();
  public final AtomicInteger downloads = new AtomicInteger();
  public final AtomicInteger removed = new AtomicInteger();
  public final AtomicInteger swept = new AtomicInteger();
  private final Map<Refusal, Integer> refused = new ConcurrentHashMap<>();

  public int refusals(Refusal why) {
    return refused.getOrDefault(why, 0);
  }

  @Override
  public void refused(Refusal why) {
    refused.merge(why, 1, Integer::sum);
  }

  @Override
  public void uploaded(long bytes, Duration took) {
    uploads.incrementAndGet();
  }

  @Override
  public void downloaded(long bytes) {
    downloads.incrementAndGet();
  }

  @Override
  public void removed() {
    removed.incrementAndGet();
  }

  @Override
  public void swept(int count) {
    swept.addAndGet(count);
  }
}
