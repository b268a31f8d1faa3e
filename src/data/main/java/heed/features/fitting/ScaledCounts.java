package heed.features.fitting;

import heed.features.FeatureFile;
import heed.features.Scaling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How counts are scaled before a model sees them: a value that travels with the model.
 *
 * @param names what is counted
 * @param scalings one a count
 */
public record ScaledCounts(List<String> names, List<Scaling> scalings) {

  public ScaledCounts {
    names = List.copyOf(names);
    scalings = List.copyOf(scalings);
    if (names.size() != scalings.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "counts need a scaling each, found %,d counts and %,d scalings",
              names.size(),
              scalings.size()));
    }
  }

  /**
   * The counts scaled.
   *
   * @return (moments, counts)
   * @throws IllegalArgumentException if these are other counts than those that were fitted to
   */
  public float[][] of(CountTable counts) {
    if (!counts.names().equals(names)) {
      throw new IllegalArgumentException(
          "the scaling was learnt for " + names + ", found " + counts.names());
    }
    float[][] rows = new float[counts.size()][names.size()];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < names.size(); column++) {
        rows[row][column] = (float) scalings.get(column).apply(counts.get(row, column));
      }
    }
    return rows;
  }

  /** Writes the scaling to a JSON file, whole or not at all. */
  public void save(Path file) throws IOException {
    FeatureFile.write(file, this);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws IllegalArgumentException if the file is no such file, of a later version, or damaged
   */
  public static ScaledCounts load(Path file) throws IOException {
    return FeatureFile.read(file, ScaledCounts.class);
  }
}
