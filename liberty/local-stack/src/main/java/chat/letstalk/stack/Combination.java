package chat.letstalk.stack;

import java.util.List;

/**
 * What a stack stands on.
 *
 * @param store as {@code --store}
 * @param broker as {@code --broker}
 * @param cache as {@code --cache}
 */
public record Combination(String store, String broker, String cache) {

  /** Of every store, broker and cache that can be chosen; the one that one gets unasked first. */
  public static List<Combination> all() {
    return Choice.STORE.known().stream()
        .flatMap(
            store ->
                Choice.BROKER.known().stream()
                    .flatMap(
                        broker ->
                            Choice.CACHE.known().stream()
                                .map(cache -> new Combination(store, broker, cache))))
        .toList();
  }

  /** The same stack on these engines. */
  public StackOptions of(StackOptions options) {
    return options.with(Choice.STORE, store).with(Choice.BROKER, broker).with(Choice.CACHE, cache);
  }

  /** The engines by the names that they are chosen by. */
  public List<String> engines() {
    return List.of(store, broker, cache);
  }

  /** As people write it: mysql + kafka + memory. */
  @Override
  public String toString() {
    return String.join(" + ", engines());
  }
}
