package heed.features;

import heed.log.Attributes;
import heed.sequence.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Features with all they have learnt: a value that travels with the model. Immutable and
 * thread-safe.
 *
 * @param features in the order of their columns
 */
public record FittedFeatures(List<FittedFeature> features) {

  public FittedFeatures {
    features = List.copyOf(features);
    List<String> names = names(features);
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(
          "two of these features make columns of the same names; take one out: "
              + features.stream()
                  .map(feature -> feature.getClass().getSimpleName() + " of " + feature.attribute())
                  .toList());
    }
  }

  /** The name of each column of values. */
  public List<String> names() {
    return names(features);
  }

  private static List<String> names(List<FittedFeature> features) {
    return columns(features).flatMap(feature -> feature.columns().stream()).toList();
  }

  /** How many columns of values there are. */
  public int width() {
    return columns(features).mapToInt(FittedColumns::width).sum();
  }

  /**
   * The features that are codes for a table of embeddings, in the order of the columns of codes.
   */
  public List<FittedCodes> codes() {
    return features.stream()
        .filter(FittedCodes.class::isInstance)
        .map(FittedCodes.class::cast)
        .toList();
  }

  private static Stream<FittedColumns> columns(List<FittedFeature> features) {
    return features.stream().filter(FittedColumns.class::isInstance).map(FittedColumns.class::cast);
  }

  /**
   * The values of a catalogue's items: row i is item i, and row 0, the padding, is all 0.
   *
   * @return N + 1 rows
   */
  public FeatureRows of(Attributes attributes, Catalogue catalogue) {
    return rows(
        attributes,
        Stream.concat(
                Stream.of(Optional.<String>empty()),
                IntStream.rangeClosed(1, catalogue.size())
                    .mapToObj(item -> Optional.of(catalogue.id(item))))
            .toList());
  }

  /** The values of these ids, a row each. */
  public FeatureRows of(Attributes attributes, List<String> ids) {
    return rows(attributes, ids.stream().map(Optional::of).toList());
  }

  /** A row an id, and a row of zeros where none is. */
  private FeatureRows rows(Attributes attributes, List<Optional<String>> ids) {
    FeatureRows.Builder rows = new FeatureRows.Builder(width());
    List<FittedColumns> columns = columns(features).toList();
    List<FittedCodes> codes = codes();
    for (Optional<String> id : ids) {
      int[] row = new int[codes.size()];
      if (id.isPresent()) {
        int start = 0;
        for (FittedColumns feature : columns) {
          int first = start;
          feature.write(attributes, id.get(), (column, value) -> rows.put(first + column, value));
          start += feature.width();
        }
        Arrays.setAll(row, i -> codes.get(i).code(attributes, id.get()));
      }
      rows.end(row);
    }
    return rows.build();
  }

  /**
   * What can be told of the attributes from a row of values, by the name of the feature's first
   * column.
   *
   * @param row one value a column
   */
  public Map<String, Restored> restore(float[] row) {
    if (row.length != width()) {
      throw new IllegalArgumentException(
          "a row of these features has " + width() + " values, found " + row.length);
    }
    Map<String, Restored> restored = new LinkedHashMap<>();
    int start = 0;
    for (FittedColumns feature : columns(features).toList()) {
      int end = start + feature.width();
      restored.put(feature.columns().get(0), feature.restore(Arrays.copyOfRange(row, start, end)));
      start = end;
    }
    return restored;
  }

  /** Writes the features to a JSON file, whole or not at all. */
  public void save(Path file) throws IOException {
    FeatureFile.write(file, this);
  }

  /**
   * Reads what {@link #save} wrote. Data only: no file can make it run anything.
   *
   * @throws IllegalArgumentException if the file is no such file, of a later version, or damaged
   */
  public static FittedFeatures load(Path file) throws IOException {
    return FeatureFile.read(file, FittedFeatures.class);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d features: %,d columns of values, %,d of codes",
        features.size(),
        width(),
        codes().size());
  }
}
