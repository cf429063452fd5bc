package chat.letstalk.authentication.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The revoked tokens in one file that all replicas append to, a line each: when it expires in unix
 * seconds, a space, the token's id. A line that a crash tore is skipped: its revocation was never
 * acknowledged.
 */
public final class RevocationFile implements Revocations {

  private static final Pattern LINE = Pattern.compile("([0-9]{1,12}) ([0-9a-fA-F-]{36})");

  private final SharedLines lines;
  private final Clock clock;
  private final Map<String, Instant> known = new ConcurrentHashMap<>();

  /**
   * Reads what has been revoked and drops from the file what has expired.
   *
   * @param folder shared by all replicas; made when it is missing
   */
  public RevocationFile(Path folder, Clock clock) {
    this.clock = clock;
    this.lines = new SharedLines(folder, "revoked-tokens");
    try {
      lines.compact(this::isWorthKeeping);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the revoked tokens in " + folder, e);
    }
    refresh();
  }

  @Override
  public void add(Revocation revocation) {
    addAll(List.of(revocation));
  }

  /** Adds several at the cost of one. */
  void addAll(List<Revocation> revocations) {
    String all =
        revocations.stream()
            .map(one -> one.expiresAt().getEpochSecond() + " " + one.tokenId())
            .collect(Collectors.joining("\n"));
    try {
      lines.append(all);
    } catch (IOException e) {
      throw new UncheckedIOException("A revoked token could not be stored", e);
    }
    revocations.forEach(one -> known.put(one.tokenId(), one.expiresAt()));
  }

  @Override
  public boolean isRevoked(String tokenId) {
    return known.containsKey(tokenId);
  }

  @Override
  public List<Revocation> current() {
    return known.entrySet().stream()
        .filter(entry -> entry.getValue().isAfter(clock.instant()))
        .map(entry -> new Revocation(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Reads what other replicas have added, and forgets what has expired. */
  public void refresh() {
    Instant now = clock.instant();
    known.values().removeIf(expiresAt -> !expiresAt.isAfter(now));
    try {
      for (byte[] line : lines.readNew()) {
        revocationIn(new String(line, US_ASCII))
            .filter(one -> one.expiresAt().isAfter(now))
            .ifPresent(one -> known.put(one.tokenId(), one.expiresAt()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the revoked tokens", e);
    }
  }

  /** What a line says; empty for one that a crash tore. */
  static Optional<Revocation> revocationIn(String line) {
    Matcher parts = LINE.matcher(line);
    return parts.matches()
        ? Optional.of(
            new Revocation(parts.group(2), Instant.ofEpochSecond(Long.parseLong(parts.group(1)))))
        : Optional.empty();
  }

  private boolean isWorthKeeping(byte[] line) {
    return revocationIn(new String(line, US_ASCII))
        .filter(one -> one.expiresAt().isAfter(clock.instant()))
        .isPresent();
  }
}
