package chat.letstalk.bench.combination;

import chat.letstalk.bench.BenchException;
import chat.letstalk.stack.Choice;
import chat.letstalk.stack.StackOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a stack stands on.
 *
 * @param store as {@code --store}
 * @param broker as {@code --broker}
 * @param cache as {@code --cache}
 */
public record Combination(String store, String broker, String cache) {

  /** All eight. */
  public static List<Combination> all() {
    return Stream.of("mysql", "mongodb")
        .flatMap(
            store ->
                Stream.of("kafka", "aws")
                    .flatMap(
                        broker ->
                            Stream.of("memory", "redis")
                                .map(cache -> new Combination(store, broker, cache))))
        .toList();
  }

  /**
   * Those with certain engines.
   *
   * @param engines as their options name them; all eight when there is none
   * @throws BenchException when no combination has them all
   */
  public static List<Combination> with(List<String> engines) {
    List<Combination> some =
        all().stream()
            .filter(one -> List.of(one.store, one.broker, one.cache).containsAll(engines))
            .toList();
    if (some.isEmpty()) {
      throw new BenchException(
          "No combination is --with %s: name at most one store, one broker and one cache."
              .formatted(String.join(",", engines)));
    }
    return some;
  }

  /** As it stands in the table. */
  public String name() {
    return store + " + " + broker + " + " + cache;
  }

  /** A stack of it, all services in one server, on free ports. */
  StackOptions stack(Path data) {
    return StackOptions.allInOne(data)
        .with(Choice.STORE, store)
        .with(Choice.BROKER, broker)
        .with(Choice.CACHE, cache);
  }
}
