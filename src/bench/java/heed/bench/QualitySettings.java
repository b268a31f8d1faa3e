package heed.bench;

import heed.attention.PositionKind;
import heed.attention.scoring.Scoring;
import heed.layer.Similarity;
import heed.model.Activation;
import heed.model.sequential.SasrecConfig;
import heed.recipe.Recipe;
import heed.sequence.Sequences;
import heed.training.CooccurrenceStart;
import heed.training.Training;
import heed.training.objective.Objective;
import heed.training.optimizer.Schedule;
import java.util.List;
import java.util.Locale;

/** Settings of a training as words, {@code name=value}, so that each can be tried by itself. */
final class QualitySettings {

  private QualitySettings() {}

  /** Those of the recipe where {@code recipe} is the first word, else the defaults. */
  static Training of(int length, Sequences train, List<String> words) {
    boolean recipe = words.get(0).equals("recipe");
    Training training =
        recipe ? Recipe.of(train).training() : Training.of(SasrecConfig.defaults().withDropout(.5));
    training = network(training, "length", Integer.toString(length));
    for (String word : words.subList(recipe ? 1 : 0, words.size())) {
      String[] parts = word.split("=", 2);
      training = with(training, parts[0], parts[1]);
    }
    return training;
  }

  private static Training with(Training training, String name, String value) {
    return switch (name) {
      case "epochs" -> training.withEpochs(Integer.parseInt(value));
      case "patience" -> training.withPatience(Integer.parseInt(value));
      case "batch" -> training.withBatchSize(Integer.parseInt(value));
      case "rate" -> training.withLearningRate(Double.parseDouble(value));
      case "decay" -> training.withWeightDecay(Double.parseDouble(value));
      case "warm" ->
          training.withSchedule(
              new Schedule.WarmUp(Integer.parseInt(value), training.optimizer().schedule()));
      case "down" -> training.withSchedule(new Schedule.Cosine(Integer.parseInt(value), .02));
      case "start" ->
          training.withItemStart(new CooccurrenceStart(Double.parseDouble(value), 5, 8));
      case "sampled" -> training.withObjective(Objective.sampledSoftmax(Integer.parseInt(value)));
      default -> network(training, name, value);
    };
  }

  private static Training network(Training training, String name, String value) {
    SasrecConfig config = (SasrecConfig) training.model();
    SasrecConfig changed =
        switch (name) {
          case "dropout" -> config.withDropout(Double.parseDouble(value));
          case "length" -> config.withMaxLength(Integer.parseInt(value));
          case "width" -> config.withWidth(Integer.parseInt(value));
          case "layers" -> config.withLayers(Integer.parseInt(value));
          case "heads" -> config.withHeads(Integer.parseInt(value));
          case "gelu" -> config.withFeedForward(Activation.GELU, Integer.parseInt(value));
          case "cosine" -> config.withSimilarity(Similarity.cosine(Double.parseDouble(value)));
          case "positions" -> positions(config, value);
          default ->
              throw new IllegalArgumentException(
                  String.format(Locale.ROOT, "no setting is called '%s'", name));
        };
    return training.withModel(changed);
  }

  private static SasrecConfig positions(SasrecConfig config, String value) {
    return switch (value) {
      case "none" -> config.withPositions();
      case "relative" -> config.withPositions(PositionKind.relativeBias());
      case "rotary" -> config.withPositions().withScoring(Scoring.rotary());
      default ->
          throw new IllegalArgumentException(
              "positions are none, relative or rotary, found '" + value + "'");
    };
  }
}
