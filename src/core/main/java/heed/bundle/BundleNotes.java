package heed.bundle;

import heed.features.FittedFeatures;
import heed.log.StepTaken;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a bundle tells beside the recommender itself.
 *
 * @param features that turn attributes into its input, fitted on the training part
 * @param preparation how the log was prepared, first to last
 * @param metrics on the test part, by name such as {@code NDCG@10}
 * @param runRecord the record of the run, as JSON
 * @param dataLicence under which the data may be used, in the words of who gave them
 */
public record BundleNotes(
    Optional<FittedFeatures> features,
    List<StepTaken> preparation,
    Map<String, Double> metrics,
    Optional<String> runRecord,
    Optional<String> dataLicence) {

  public BundleNotes {
    preparation = List.copyOf(preparation);
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  public static BundleNotes none() {
    return new BundleNotes(
        Optional.empty(), List.of(), Map.of(), Optional.empty(), Optional.empty());
  }

  public BundleNotes withFeatures(FittedFeatures features) {
    return new BundleNotes(Optional.of(features), preparation, metrics, runRecord, dataLicence);
  }

  /** How the log was prepared: {@code log.steps()}. */
  public BundleNotes withPreparation(List<StepTaken> preparation) {
    return new BundleNotes(features, preparation, metrics, runRecord, dataLicence);
  }

  public BundleNotes withMetrics(Map<String, Double> metrics) {
    return new BundleNotes(features, preparation, metrics, runRecord, dataLicence);
  }

  /** The record of the run: {@code record.json()}. */
  public BundleNotes withRunRecord(String json) {
    return new BundleNotes(features, preparation, metrics, Optional.of(json), dataLicence);
  }

  /** Under which licence the data stand. */
  public BundleNotes withDataLicence(String licence) {
    return new BundleNotes(features, preparation, metrics, runRecord, Optional.of(licence));
  }
}
