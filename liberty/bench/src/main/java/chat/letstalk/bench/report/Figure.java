package chat.letstalk.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One measured number.
 *
 * @param section the section of the bench that measured it
 * @param name what it is
 * @param unit of the value and of all floors, as "/s" or "ms"
 * @param aim what it should be, if that was said
 * @param floors what the bare parts reach
 * @param notes what else was seen, in words
 */
public record Figure(
    String section,
    String name,
    double value,
    String unit,
    Optional<Aim> aim,
    List<Floor> floors,
    Map<String, String> notes) {

  /** A number without aim, floors or notes. */
  public static Figure of(String section, String name, double value, String unit) {
    return new Figure(section, name, value, unit, Optional.empty(), List.of(), Map.of());
  }

  /** The same by another name. */
  public Figure named(String otherSection, String otherName) {
    return new Figure(otherSection, otherName, value, unit, aim, floors, notes);
  }

  /** The same with an aim. */
  public Figure aimingAt(Aim goal) {
    return new Figure(section, name, value, unit, Optional.of(goal), floors, notes);
  }

  /** The same with one more floor. */
  public Figure over(String floor, double reached) {
    List<Floor> more = new ArrayList<>(floors);
    more.add(new Floor(floor, reached));
    return new Figure(section, name, value, unit, aim, List.copyOf(more), notes);
  }

  /** The same with one more note. */
  public Figure noting(String key, String text) {
    Map<String, String> more = new LinkedHashMap<>(notes);
    more.put(key, text);
    return new Figure(section, name, value, unit, aim, floors, more);
  }
}
