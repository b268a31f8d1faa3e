package heed.search;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * The way to a component of a record within records.
 *
 * @param names from the outermost record inwards, at least one
 */
record RecordPath(List<String> names) {

  RecordPath {
    names = List.copyOf(names);
  }

  /** A way written with dots: "optimiser.adam.rate". */
  static RecordPath of(String dotted) {
    return new RecordPath(Arrays.asList(dotted.split("\\.", -1)));
  }

  /** What stands there. */
  Object get(Record record) {
    Object value = read(component(record), record);
    return names.size() == 1 ? value : inner().get(asRecord(value));
  }

  /**
   * The same record with another value there; every record on the way validates itself anew.
   *
   * @throws IllegalArgumentException if there is no such component, or it cannot be that value
   */
  <R extends Record> R put(R record, Object value) {
    RecordComponent changed = component(record);
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(components[i], record);
      if (components[i].getName().equals(changed.getName())) {
        values[i] =
            names.size() == 1 ? fitted(changed, value) : inner().put(asRecord(values[i]), value);
      }
    }
    return made(record, components, values);
  }

  private RecordPath inner() {
    return new RecordPath(names.subList(1, names.size()));
  }

  private RecordComponent component(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    return Arrays.stream(components)
        .filter(component -> component.getName().equals(names.get(0)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        "%s has no component '%s'; it has %s",
                        record.getClass().getSimpleName(),
                        names.get(0),
                        Arrays.stream(components).map(RecordComponent::getName).toList())));
  }

  private Record asRecord(Object value) {
    if (value instanceof Record record) {
      return record;
    }
    throw new IllegalArgumentException(
        String.format("'%s' is no record, so it has no '%s'", names.get(0), names.get(1)));
  }

  private static Object read(RecordComponent component, Record record) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true); // A record of a cell is not public.
    try {
      return accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException failed) {
      throw new IllegalStateException("could not read " + component, failed);
    }
  }

  /** The value as the component's type; numbers may become shorter. */
  private static Object fitted(RecordComponent component, Object value) {
    Class<?> type = component.getType();
    if (value instanceof Number number) {
      boolean isWhole = number.doubleValue() == Math.rint(number.doubleValue());
      if (type == float.class) {
        return number.floatValue();
      }
      if (type == double.class) {
        return number.doubleValue();
      }
      if (type == int.class && isWhole) {
        return Math.toIntExact(number.longValue());
      }
      if (type == long.class && isWhole) {
        return number.longValue();
      }
    }
    if (type.isInstance(value) || (type == boolean.class && value instanceof Boolean)) {
      return value;
    }
    throw new IllegalArgumentException(
        String.format(
            "component '%s' is of type %s and cannot be %s",
            component.getName(), type.getSimpleName(), value));
  }

  @SuppressWarnings("unchecked") // A record's class makes records of that class.
  private static <R extends Record> R made(
      R record, RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (R) constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof IllegalArgumentException why) {
        throw why;
      }
      throw new IllegalStateException("could not make " + record.getClass(), refused);
    } catch (ReflectiveOperationException failed) {
      throw new IllegalStateException("could not make " + record.getClass(), failed);
    }
  }
}
