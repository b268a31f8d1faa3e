package heed.features.fitting;

import heed.features.FittedFeature;
import heed.features.FittedFeatures;
import heed.log.Attributes;
import heed.log.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Features side by side, not yet fitted.
 *
 * @param features in the order of their columns
 */
public record FeatureSet(List<Feature> features) {

  public FeatureSet {
    features = List.copyOf(features);
    if (features.isEmpty()) {
      throw new IllegalArgumentException("a feature set needs at least one feature");
    }
  }

  public static FeatureSet of(Feature... features) {
    return new FeatureSet(List.of(features));
  }

  /**
   * Learns what the features have to know from some ids alone; what the attributes hold of other
   * ids changes nothing.
   *
   * @param training ids of the training part, repeats counting once: {@code train.items()}
   * @throws IllegalArgumentException if a column is not there, is of another kind, or holds nothing
   *     for any of the ids
   */
  public FittedFeatures fit(Attributes attributes, Collection<String> training) {
    List<String> ids =
        training instanceof Ids column
            ? column.distinct()
            : List.copyOf(new LinkedHashSet<>(training));
    List<FittedFeature> fitted = new ArrayList<>();
    for (Feature feature : features) {
      fitted.add(feature.fit(attributes, ids));
    }
    return new FittedFeatures(fitted);
  }
}
