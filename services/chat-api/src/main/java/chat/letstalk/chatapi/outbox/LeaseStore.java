package chat.letstalk.chatapi.outbox;

import java.time.Duration;

/**
 * Lets one replica at a time do a thing. Time is the engine's own, so that the replicas' clocks do
 * not matter. Implementations are thread-safe and throw {@link
 * chat.letstalk.chatapi.problem.StoreUnavailable} when the engine is away.
 */
public interface LeaseStore {

  /**
   * Takes or renews a lease.
   *
   * @param name what is leased
   * @param holder who asks, unique per process
   * @param length how long it holds from now on
   * @return whether the holder has it now
   */
  boolean acquire(String name, String holder, Duration length);

  /** Gives a lease back at once; without effect for a holder that does not have it. */
  void release(String name, String holder);
}
