package chat.letstalk.bench.process;

/**
 * What a process holds, in bytes.
 *
 * @param resident pages of it that are in memory
 * @param heap what is alive in the Java heap, or -1 where that cannot be told
 */
public record Memory(long resident, long heap) {}
