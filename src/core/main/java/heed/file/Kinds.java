package heed.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which records may stand for an interface, each by the name of its kind. Immutable. */
final class Kinds {

  /** The member of an object that says its kind. */
  static final String KIND = "kind";

  private final Map<Class<?>, String> names;

  private Kinds(Map<Class<?>, String> names) {
    this.names = names;
  }

  static Kinds none() {
    return new Kinds(Map.of());
  }

  /**
   * These and one more.
   *
   * @throws IllegalArgumentException if the type is no record, or another of the name is there
   */
  Kinds with(String name, Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is no record, so its settings cannot be told; make it a record, whose"
                  + " components are its settings",
              type.getSimpleName()));
    }
    if (Arrays.stream(type.getRecordComponents()).anyMatch(one -> one.getName().equals(KIND))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has a component '%s', where its kind is to stand; call the component otherwise",
              type.getSimpleName(),
              KIND));
    }
    names.forEach(
        (other, known) -> {
          if (known.equals(name) && !other.equals(type) && shareAnInterface(other, type)) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "two records would be of the kind '%s': %s and %s; give one another name:"
                        + " codec.with(\"my%1$s\", %4$s.class)",
                    name,
                    other.getName(),
                    type.getName(),
                    type.getSimpleName()));
          }
        });
    Map<Class<?>, String> more = new LinkedHashMap<>(names);
    more.put(type, name);
    return new Kinds(more);
  }

  Kinds and(Kinds others) {
    Kinds all = this;
    for (Map.Entry<Class<?>, String> one : others.names.entrySet()) {
      all = all.with(one.getValue(), one.getKey());
    }
    return all;
  }

  /** The name of a record's kind; empty if it stands for no interface. */
  Optional<String> name(Class<?> type) {
    return names.containsKey(type) || !interfaces(type).isEmpty()
        ? Optional.of(names.getOrDefault(type, type.getSimpleName()))
        : Optional.empty();
  }

  /** The records that may stand for an interface: those it permits, then those that were given. */
  Map<String, Class<?>> of(Class<?> type) {
    Map<String, Class<?>> standing = new LinkedHashMap<>();
    permitted(type).forEach(one -> standing.put(names.getOrDefault(one, one.getSimpleName()), one));
    names.forEach(
        (one, name) -> {
          if (type.isAssignableFrom(one)) {
            standing.put(name, one);
          }
        });
    return standing;
  }

  /** The records that a sealed interface permits, through the interfaces between. */
  private static Stream<Class<?>> permitted(Class<?> type) {
    if (type.isSealed()) {
      return Arrays.stream(type.getPermittedSubclasses()).flatMap(Kinds::permitted);
    }
    return type.isRecord() ? Stream.of(type) : Stream.empty();
  }

  private static boolean shareAnInterface(Class<?> one, Class<?> other) {
    Set<Class<?>> shared = interfaces(one);
    shared.retainAll(interfaces(other));
    return !shared.isEmpty();
  }

  /** Those a record implements, the JDK's left out. */
  private static Set<Class<?>> interfaces(Class<?> type) {
    Set<Class<?>> all = new HashSet<>();
    List<Class<?>> open = new ArrayList<>(List.of(type.getInterfaces()));
    while (!open.isEmpty()) {
      Class<?> one = open.remove(open.size() - 1);
      if (!one.getName().startsWith("java.") && all.add(one)) {
        open.addAll(List.of(one.getInterfaces()));
      }
    }
    return all;
  }
}
