package chat.letstalk.cache;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A fingerprint of what a type's JSON looks like: the names and types of all members of its
 * records, and the constants of its enums. Programs with another shape use other keys, so that none
 * reads what it does not understand, without anybody remembering to count a version up.
 */
final class Shape {

  private final StringBuilder text = new StringBuilder();
  private final Set<Class<?>> seen = new LinkedHashSet<>();

  private Shape() {}

  static String of(Type type) {
    Shape shape = new Shape();
    shape.add(type);
    return "%08x".formatted(shape.text.toString().hashCode());
  }

  private void add(Type type) {
    if (type instanceof ParameterizedType generic) {
      add(generic.getRawType());
      Arrays.stream(generic.getActualTypeArguments()).forEach(this::add);
    } else if (type instanceof GenericArrayType array) {
      add(array.getGenericComponentType());
    } else if (type instanceof Class<?> known) {
      add(known);
    } else {
      throw new IllegalArgumentException(type + " has no shape: cache records, or lists of them");
    }
  }

  private void add(Class<?> type) {
    text.append(type.getSimpleName()).append(' ');
    if (type.isArray()) {
      add(type.getComponentType());
    } else if (type.isEnum()) {
      Arrays.stream(type.getEnumConstants()).forEach(constant -> text.append(constant).append(' '));
    } else if (type.isRecord() && seen.add(type)) {
      if (!Modifier.isPublic(type.getModifiers())) {
        throw new IllegalArgumentException(type + " must be public to be written as JSON");
      }
      for (RecordComponent member : type.getRecordComponents()) {
        text.append(member.getName()).append(':');
        add(member.getGenericType());
      }
    }
  }
}
