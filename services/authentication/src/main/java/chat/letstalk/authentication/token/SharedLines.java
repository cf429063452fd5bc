package chat.letstalk.authentication.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A file of lines that several processes append to and read. Writers take turns by a lock on a file
 * beside it; readers need none, since a line counts only when its end is there.
 */
final class SharedLines {

  private final Path folder;
  private final Path file;
  private final FileTurn turn;
  private Object readFrom; // which file the offset belongs to
  private long offset;

  SharedLines(Path folder, String name) {
    this.folder = folder;
    this.file = folder.resolve(name + ".txt");
    this.turn = new FileTurn(folder.resolve(name + ".lock"));
  }

  /** Adds a line: on the disk once this returns. */
  void append(String line) throws IOException {
    turn.take(
        () -> {
          try (FileChannel channel = FileChannel.open(file, CREATE, APPEND)) {
            // Whoever crashed in the middle of a line does not spoil this one.
            String start = endsInsideLine() ? "\n" : "";
            write(channel, (start + line + "\n").getBytes(US_ASCII));
          }
        });
  }

  private boolean endsInsideLine() throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return channel.size() > 0
          && channel.read(last, channel.size() - 1) == 1
          && last.get(0) != '\n';
    }
  }

  /** Keeps only the lines that are worth it; other processes read on in the new file. */
  void compact(Predicate<byte[]> isWorthKeeping) throws IOException {
    Files.createDirectories(folder);
    turn.take(
        () -> {
          if (!Files.exists(file)) {
            return;
          }
          byte[] all = Files.readAllBytes(file);
          ByteArrayOutputStream kept = new ByteArrayOutputStream();
          for (byte[] line : linesOf(all, all.length)) {
            if (isWorthKeeping.test(line)) {
              kept.writeBytes(line);
              kept.write('\n');
            }
          }
          if (kept.size() != all.length) {
            replaceBy(kept.toByteArray());
          }
        });
  }

  private void replaceBy(byte[] content) throws IOException {
    Path made = folder.resolve(file.getFileName() + ".new");
    try (FileChannel channel = FileChannel.open(made, CREATE, WRITE, TRUNCATE_EXISTING)) {
      write(channel, content);
    }
    Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(true);
  }

  /** The complete lines that have come since the last call; all of them after a compaction. */
  synchronized List<byte[]> readNew() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    Object identity = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    try (FileChannel channel = FileChannel.open(file, READ)) {
      if (!Objects.equals(identity, readFrom) || channel.size() < offset) {
        readFrom = identity;
        offset = 0;
      }
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(channel.size() - offset, 1 << 26));
      while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) > 0) {
        continue;
      }
      int end = lastLineEnd(buffer.array(), buffer.position());
      offset += end;
      return linesOf(buffer.array(), end);
    }
  }

  private static int lastLineEnd(byte[] bytes, int length) {
    int end = length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private static List<byte[]> linesOf(byte[] bytes, int length) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        lines.add(Arrays.copyOfRange(bytes, start, i));
        start = i + 1;
      }
    }
    return lines;
  }
}
