package chat.letstalk.chatapi.outbox;

import java.util.Collection;
import java.util.List;

/** A real outbox, with room for faults. */
class PassingOutbox implements Outbox {

  private final Outbox real;

  PassingOutbox(Outbox real) {
    this.real = real;
  }

  @Override
  public void add(List<PendingEvent> events) {
    real.add(events);
  }

  @Override
  public List<Entry> oldest(int most) {
    return real.oldest(most);
  }

  @Override
  public void remove(Collection<?> positions) {
    real.remove(positions);
  }

  @Override
  public void bury(Object position, String reason) {
    real.bury(position, reason);
  }

  @Override
  public long waiting() {
    return real.waiting();
  }
}
