package chat.letstalk.bench.load;

/**
 * What a closed loop reached.
 *
 * @param perSecond what was counted, per second of the measured time
 * @param count how much that was
 * @param failed operations that failed, over the whole run
 * @param unfinished operations that had not ended long after the load had
 */
public record Throughput(double perSecond, long count, int failed, int unfinished) {}
