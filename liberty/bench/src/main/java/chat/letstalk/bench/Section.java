package chat.letstalk.bench;

import chat.letstalk.bench.report.Figure;
import java.util.function.Consumer;

/** A part of the bench that measures one thing, and its floors in the same run. */
public interface Section {

  /** Its name, as in {@code --only} and before its figures. */
  String name();

  /**
   * Measures on the running stack and leaves nothing behind but accounts, messages and pictures.
   *
   * @param figures takes each figure as soon as it is known, so that a later failure costs no
   *     earlier one
   * @throws RuntimeException whose message says why the rest could not be measured
   */
  void measure(Bench bench, Consumer<Figure> figures);
}
