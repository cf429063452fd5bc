package chat.letstalk.bench.combination;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.BenchOptions;
import chat.letstalk.bench.Run;
import chat.letstalk.bench.Section;
import chat.letstalk.bench.load.Wire;
import chat.letstalk.bench.report.Report;
import chat.letstalk.bench.section.WarmUp;
import chat.letstalk.stack.Combination;
import chat.letstalk.stack.LocalStack;
import chat.letstalk.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The same sections on a new stack of each combination, one stack at a time. What a stack has kept
 * is deleted when everything was measured on it; otherwise it stays, for its logs.
 */
public final class Combinations {

  private final BenchOptions options;
  private final List<Section> sections;
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * @param folder where the stacks have their data
   * @param progress hears in words what is going on
   */
  public Combinations(
      BenchOptions options, List<Section> sections, Path folder, Consumer<String> progress) {
    this.options = options;
    this.sections = sections;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Those with certain engines.
   *
   * @param engines as their options name them; all eight when there is none
   * @throws BenchException when no combination has them all
   */
  public static List<Combination> with(List<String> engines) {
    List<Combination> some =
        Combination.all().stream().filter(one -> one.engines().containsAll(engines)).toList();
    if (some.isEmpty()) {
      throw new BenchException(
          "No combination is --with %s: name at most one store, one broker and one cache."
              .formatted(String.join(",", engines)));
    }
    return some;
  }

  /** Measures them; one that fails does not cost the others. */
  public List<Measured> measure(List<Combination> combinations) {
    List<Measured> all = new ArrayList<>();
    for (Combination combination : combinations) {
      progress.accept("== " + combination);
      Measured measured = measure(combination);
      all.add(measured);
      progress.accept(new CombinationTable(List.of(measured)).rows().strip());
      measured.report().failures().forEach(progress);
    }
    return all;
  }

  private Measured measure(Combination combination) {
    Path data = freshFolder(combination);
    try {
      Report report = reportOf(combination, data);
      if (report.failures().isEmpty()) {
        LocalStack.forget(data);
      }
      return new Measured(combination, report);
    } catch (RuntimeException e) {
      return new Measured(
          combination,
          Report.failed("the stack: %s Its logs are in %s".formatted(e.getMessage(), data)));
    }
  }

  private Report reportOf(Combination combination, Path data) {
    try (LocalStack stack = LocalStack.start(combination.of(StackOptions.allInOne(data)));
        Wire wire = new Wire()) {
      Bench bench = Bench.of(stack.running(), options, wire, progress);
      new WarmUp(bench).run();
      return new Run(bench, sections).report();
    }
  }

  private Path freshFolder(Combination combination) {
    try {
      Files.createDirectories(folder);
      return Files.createTempDirectory(folder, String.join("-", combination.engines()) + "-");
    } catch (IOException e) {
      throw new BenchException("No folder can be made in " + folder + ": " + e.getMessage(), e);
    }
  }
}
