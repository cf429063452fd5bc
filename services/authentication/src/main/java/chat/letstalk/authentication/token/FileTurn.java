package chat.letstalk.authentication.token;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one at a time write, of all processes that share a lock file. */
record FileTurn(Path lockFile) {

  /** File locks are the process's, not a thread's; so its own threads take turns here. */
  private static final ReentrantLock OWN_THREADS = new ReentrantLock();

  /** Below what callers wait for an answer. */
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(2);

  /** What is done while nobody else writes. */
  @FunctionalInterface
  interface Writing {
    void run() throws IOException;
  }

  /**
   * Waits for the turn and writes.
   *
   * @throws IOException when the turn does not come soon, or the writing fails
   */
  void take(Writing writing) throws IOException {
    waitForOwnThreads();
    try (FileChannel channel = FileChannel.open(lockFile, CREATE, WRITE);
        FileLock lock = waitForOthers(channel)) {
      Objects.requireNonNull(lock);
      writing.run();
    } finally {
      OWN_THREADS.unlock();
    }
  }

  private void waitForOwnThreads() throws IOException {
    try {
      if (!OWN_THREADS.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException("Other threads have held " + lockFile + " for too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for " + lockFile);
    }
  }

  /** Tries again and again: waiting for a file lock has no deadline of its own. */
  private FileLock waitForOthers(FileChannel channel) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    FileLock lock = tryLock(channel);
    while (lock == null) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        throw new IOException(
            "Somebody else has held " + lockFile + " for too long; does a replica hang?");
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      lock = tryLock(channel);
    }
    return lock;
  }

  /** Null while somebody else has it. */
  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // a second copy of this application in the same process
    }
  }
}
