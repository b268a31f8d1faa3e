package heed.attention;

import ai.djl.ndarray.NDArray;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Whether a setting is a value: what a run record prints and a checkpoint is told by. */
final class SettingValues {

  private SettingValues() {}

  /**
   * Refuses what cannot be told from another of its kind by its text, and what holds arrays.
   *
   * @param what the setting's name, such as "scoring"
   * @throws IllegalArgumentException with what to give instead
   */
  static void require(String what, Object setting) {
    Objects.requireNonNull(
        setting, "the " + what + " of a network is null; leave out what is usual");
    Class<?> type = setting.getClass();
    try {
      if (type.getMethod("toString").getDeclaringClass() == Object.class) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the %s is a setting that runs are told apart by, found %s, whose text says"
                    + " nothing; write it as a record",
                what,
                type.isSynthetic() || type.isHidden() ? "a lambda" : type.getSimpleName()));
      }
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("every object has a toString()", impossible);
    }
    if (setting instanceof Record record) {
      for (RecordComponent component : type.getRecordComponents()) {
        requireNoArrays(what, record, value(component, record));
      }
    }
  }

  private static void requireNoArrays(String what, Record setting, Object value) {
    if (value instanceof NDArray) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the %s %s holds arrays, which belong to a network; give a kind that creates them"
                  + " with it, such as Scoring.additive(8)",
              what,
              setting.getClass().getSimpleName()));
    }
    if (value instanceof List<?> list) {
      list.forEach(one -> requireNoArrays(what, setting, one));
    } else if (value instanceof Record inner) {
      require(what, inner);
    }
  }

  private static Object value(RecordComponent component, Record record) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true); // A record of a cell is not public.
    try {
      return accessor.invoke(record);
    } catch (ReflectiveOperationException failed) {
      throw new IllegalStateException("could not read " + component, failed);
    }
  }
}
