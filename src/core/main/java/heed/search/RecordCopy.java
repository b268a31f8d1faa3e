package heed.search;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A copy of a record with one component changed, by its name. Settings that have components in
 * common get their {@code withX} from an interface this way, written once.
 */
public final class RecordCopy {

  private RecordCopy() {}

  /**
   * The same record with another value for a component; it validates itself anew.
   *
   * @param value of the component's type; a number may become shorter, as a double where the
   *     component is a float
   * @throws IllegalArgumentException if there is no such component, it cannot be that value, or the
   *     record refuses it
   */
  public static <S> S with(S record, String component, Object value) {
    RecordComponent changed = component(record, component);
    Object fitted =
        as(changed.getType(), value)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        String.format(
                            Locale.ROOT,
                            "component '%s' is of type %s and cannot be %s",
                            component,
                            changed.getType().getSimpleName(),
                            value)));
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values =
        Arrays.stream(components)
            .map(one -> one.getName().equals(component) ? fitted : read(one, record))
            .toArray();
    return made(record, components, values);
  }

  /** The component of that name. */
  static RecordComponent component(Object record, String name) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is no record, so it has no component '%s'",
              record.getClass().getSimpleName(),
              name));
    }
    return Arrays.stream(components)
        .filter(component -> component.getName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "%s has no component '%s'; it has %s",
                        record.getClass().getSimpleName(),
                        name,
                        Arrays.stream(components).map(RecordComponent::getName).toList())));
  }

  static Object read(RecordComponent component, Object record) {
    return called(component.getAccessor(), record);
  }

  /** What a method gives; what it refuses as an argument is refused here. */
  static Object called(Method method, Object record, Object... arguments) {
    method.setAccessible(true); // A record of a cell is not public.
    try {
      return method.invoke(record, arguments);
    } catch (ReflectiveOperationException failed) {
      throw refused(failed, "could not call " + method);
    }
  }

  /** The value as this type, if it can be. */
  static Optional<Object> as(Class<?> type, Object value) {
    if (value instanceof Number number) {
      boolean isWhole = number.doubleValue() == Math.rint(number.doubleValue());
      if (type == float.class) {
        return Optional.of(number.floatValue());
      }
      if (type == double.class) {
        return Optional.of(number.doubleValue());
      }
      if (type == int.class && isWhole) {
        return Optional.of(Math.toIntExact(number.longValue()));
      }
      if (type == long.class && isWhole) {
        return Optional.of(number.longValue());
      }
    }
    boolean isThat = type.isInstance(value) || (type == boolean.class && value instanceof Boolean);
    return isThat ? Optional.of(value) : Optional.empty();
  }

  @SuppressWarnings("unchecked") // A record's class makes records of that class.
  private static <S> S made(S record, RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (S) constructor.newInstance(values);
    } catch (ReflectiveOperationException failed) {
      throw refused(failed, "could not make " + record.getClass());
    }
  }

  private static RuntimeException refused(ReflectiveOperationException failed, String what) {
    return failed instanceof InvocationTargetException
            && failed.getCause() instanceof IllegalArgumentException why
        ? why
        : new IllegalStateException(what, Objects.requireNonNullElse(failed.getCause(), failed));
  }
}
