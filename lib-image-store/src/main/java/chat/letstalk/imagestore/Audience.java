package chat.letstalk.imagestore;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who may see a picture besides the account that uploaded it. Immutable.
 *
 * @param everybody whether every account may
 * @param accounts the accounts that may; unmodifiable, empty for everybody
 */
public record Audience(boolean everybody, Set<UUID> accounts) {

  /** Nobody yet: the picture is uploaded, but not sent. */
  public static final Audience NOBODY = new Audience(false, Set.of());

  /** Every account: avatars. */
  public static final Audience EVERYBODY = new Audience(true, Set.of());

  /** Copies the accounts. */
  public Audience {
    accounts = everybody ? Set.of() : Set.copyOf(accounts);
  }

  /** The accounts that are named: those of a chat. */
  public static Audience of(Collection<UUID> accounts) {
    return new Audience(false, Set.copyOf(accounts));
  }

  /** Whether nobody may see it yet. */
  public boolean isNobody() {
    return !everybody && accounts.isEmpty();
  }

  /** Whether an account belongs to it. */
  public boolean includes(UUID account) {
    return everybody || accounts.contains(account);
  }

  /** Both together. */
  public Audience and(Audience other) {
    TreeSet<UUID> all = new TreeSet<>(accounts);
    all.addAll(other.accounts);
    return new Audience(everybody || other.everybody, all);
  }
}
