package heed.features;

import com.google.gson.reflect.TypeToken;
import heed.file.RecordCodec;
import heed.file.RecordFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Fitted records as a JSON file: {@code {"format", "version", "content"}}.
 *
 * <p>A file names a kind, and only the kinds that our sealed interfaces permit are made, through
 * their constructors, which validate.
 */
public final class FeatureFile {

  private static final int VERSION = 1;

  private static final RecordFile FILE =
      RecordFile.of(RecordCodec.plain(), "features", "heed features");

  private record Versioned<T>(int version, T content) {

    Versioned {
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "its version is " + version + ", and " + VERSION + " is read");
      }
    }
  }

  private FeatureFile() {}

  public static void write(Path file, Record content) throws IOException {
    FILE.write(file, new Versioned<>(VERSION, content));
  }

  // The type is put together from the one that was asked for.
  @SuppressWarnings("unchecked")
  public static <T> T read(Path file, Class<T> type) throws IOException {
    TypeToken<?> versioned = TypeToken.getParameterized(Versioned.class, type);
    return ((Versioned<T>) FILE.read(file, versioned)).content();
  }
}
