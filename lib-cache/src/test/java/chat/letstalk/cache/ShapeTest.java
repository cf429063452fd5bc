package chat.letstalk.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShapeTest {

  enum Two {
    A,
    B
  }

  public record Base(String name, Two two) {}

  public record OtherName(String label, Two two) {}

  public record OtherType(Integer name, Two two) {}

  public record More(String name, Two two, List<Base> more) {}

  record Hidden(String name) {}

  @Test
  void every_change_of_a_records_members_is_another_shape() {
    assertThat(
            List.of(
                Shape.of(Base.class),
                Shape.of(OtherName.class),
                Shape.of(OtherType.class),
                Shape.of(More.class),
                Shape.of(Base[].class),
                Shape.of(Two.class),
                Shape.of(String.class)))
        .doesNotHaveDuplicates();
  }

  @Test
  void the_same_type_has_the_same_shape_in_every_program() {
    assertThat(Shape.of(Base.class))
        .isEqualTo("%08x".formatted("Base name:String two:Two A B ".hashCode()));
  }

  @Test
  void what_json_b_cannot_reach_is_refused_at_start() {
    assertThatThrownBy(() -> Shape.of(Hidden.class)).hasMessageContaining("must be public");
    assertThatThrownBy(() -> Shape.of(Map.class.getTypeParameters()[0]))
        .hasMessageContaining("no shape");
  }
}
