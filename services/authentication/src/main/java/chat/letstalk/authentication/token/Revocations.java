package chat.letstalk.authentication.token;

import java.util.List;

/** The revoked tokens of all replicas. Thread-safe. */
public interface Revocations {

  /**
   * Adds one: durably once this returns, and known to the other replicas soon after.
   *
   * @throws java.io.UncheckedIOException when it could not be stored
   */
  void add(Revocation revocation);

  /** Whether a token has been revoked, as far as this replica knows. */
  boolean isRevoked(String tokenId);

  /** All that have not expired. */
  List<Revocation> current();
}
