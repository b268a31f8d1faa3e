package heed.search;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The way to a component of a record within records.
 *
 * @param names from the outermost record inwards, at least one
 */
record RecordPath(List<String> names) {

  RecordPath {
    names = List.copyOf(names);
  }

  /** A way written with dots: "optimizer.adam.rate". */
  static RecordPath of(String dotted) {
    return new RecordPath(Arrays.asList(dotted.split("\\.", -1)));
  }

  /** Whether these settings have such a component, its own or of a record within them. */
  boolean isIn(Object settings) {
    return settings instanceof Record
        && Arrays.stream(settings.getClass().getRecordComponents())
            .filter(component -> component.getName().equals(first()))
            .anyMatch(one -> isLast() || inner().isIn(RecordCopy.read(one, settings)));
  }

  /** What stands there. */
  Object get(Object settings) {
    return isLast() ? outer(settings) : inner().get(record(outer(settings)));
  }

  /**
   * The same settings with another value there. A record changes its component by its own {@code
   * withX(value)} if it has one, since that may keep other components in proportion; else it is
   * made anew, and validates itself.
   *
   * @throws IllegalArgumentException if there is no such component, or it cannot be that value
   */
  <S> S put(S settings, Object value) {
    Object outer = outer(settings);
    return isLast()
        ? byItself(settings, value).orElseGet(() -> RecordCopy.with(settings, first(), value))
        : RecordCopy.with(settings, first(), inner().put(record(outer), value));
  }

  /** By the record's own method, where it has one that takes such a value. */
  @SuppressWarnings("unchecked") // Checked by isInstance.
  private <S> Optional<S> byItself(S settings, Object value) {
    String with = "with" + first().substring(0, 1).toUpperCase(Locale.ROOT) + first().substring(1);
    for (Method method : settings.getClass().getMethods()) {
      if (method.getName().equals(with) && method.getParameterCount() == 1) {
        Optional<Object> changed =
            RecordCopy.as(method.getParameterTypes()[0], value)
                .map(argument -> RecordCopy.called(method, settings, argument));
        if (changed.filter(settings.getClass()::isInstance).isPresent()) {
          return (Optional<S>) changed;
        }
      }
    }
    return Optional.empty();
  }

  private String first() {
    return names.get(0);
  }

  private boolean isLast() {
    return names.size() == 1;
  }

  private RecordPath inner() {
    return new RecordPath(names.subList(1, names.size()));
  }

  private Object outer(Object settings) {
    RecordComponent component = RecordCopy.component(settings, first());
    return RecordCopy.read(component, settings);
  }

  private Object record(Object value) {
    if (value instanceof Record) {
      return value;
    }
    throw new IllegalArgumentException(
        String.format(Locale.ROOT, "'%s' is no record, so it has no '%s'", first(), names.get(1)));
  }
}
