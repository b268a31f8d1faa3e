package heed.experiment;

import heed.features.ItemWords;
import heed.features.WordVectors;
import heed.file.RecordCodec;
import heed.file.RecordFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** How run records are written as JSON and read. */
final class RunJson {

  private static final String FORMAT = "heed run 1";

  /** Data among the settings are named, not written. */
  static final RecordCodec CODEC =
      RecordCodec.plain()
          .withForm(
              ItemWords.class,
              String.class,
              ItemWords::toString,
              words -> named(words, ItemWords.class))
          .withForm(
              WordVectors.class,
              String.class,
              WordVectors::toString,
              words -> named(words, WordVectors.class));

  static final RecordFile FILE = RecordFile.of(CODEC, "run record", FORMAT);

  private RunJson() {}

  private static <T> T named(String words, Class<T> type) {
    throw new IllegalArgumentException(
        "a record names its " + type.getSimpleName() + ", found " + words + "; it keeps no data");
  }

  /**
   * What was asked for, each setting in words if it is nothing that JSON holds: a run that has
   * taken hours must not lose its record for that.
   */
  static Map<String, Object> writable(Map<String, Object> config) {
    Map<String, Object> writable = new LinkedHashMap<>();
    config.forEach((name, value) -> writable.put(name, writable(value)));
    return writable;
  }

  private static Object writable(Object value) {
    try {
      CODEC.write(value);
      return value;
    } catch (IllegalArgumentException other) {
      return String.valueOf(value);
    }
  }
}
