package heed.bench;

import heed.attention.PositionKind;
import heed.attention.scoring.Scoring;
import heed.layer.Similarity;
import heed.model.Activation;
import heed.model.ModelConfig;
import heed.model.sequential.SasrecConfig;
import heed.recipe.Recipe;
import heed.search.RecordCopy;
import heed.sequence.Sequences;
import heed.training.CooccurrenceStart;
import heed.training.Training;
import heed.training.objective.Objective;
import heed.training.optimizer.Schedule;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Settings of a training as words, {@code name=value}, so that each can be tried by itself. */
final class QualitySettings {

  private QualitySettings() {}

  /** Those of the recipe where {@code recipe} is the first word, else the defaults. */
  static Training of(int length, Sequences train, List<String> words) {
    boolean recipe = words.get(0).equals("recipe");
    Training training =
        recipe ? Recipe.of(train).training() : Training.of(SasrecConfig.defaults().withDropout(.5));
    for (String word : words.subList(recipe ? 1 : 0, words.size())) {
      String[] parts = word.split("=", 2);
      training = with(training, parts[0], parts[1]);
    }
    return network(training, "length", Integer.toString(length));
  }

  private static Training with(Training training, String name, String value) {
    return switch (name) {
      case "epochs" -> training.withEpochs(Integer.parseInt(value));
      case "patience" -> training.withPatience(Integer.parseInt(value));
      case "batch" -> training.withBatchSize(Integer.parseInt(value));
      case "rate" -> training.withLearningRate(Double.parseDouble(value));
      case "decay" -> training.withWeightDecay(Double.parseDouble(value));
      case "averaging" -> training.withAveraging(Double.parseDouble(value));
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
    ModelConfig config = training.model();
    return training.withModel(
        switch (name) {
          case "network" -> named(value);
          case "length" -> RecordCopy.with(config, "maxLength", Integer.parseInt(value));
          case "dropout" -> RecordCopy.with(config, name, Double.parseDouble(value));
          case "width", "layers", "heads" -> RecordCopy.with(config, name, Integer.parseInt(value));
          default -> sasrec((SasrecConfig) config, name, value);
        });
  }

  /** A network by the beginning of its name, in small letters without spaces: gru4rec, hstu. */
  private static ModelConfig named(String name) {
    return Networks.overHistories().entrySet().stream()
        .filter(one -> word(one.getKey()).startsWith(word(name)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "no network is called '%s'; there are %s",
                        name,
                        Networks.overHistories().keySet())));
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static SasrecConfig sasrec(SasrecConfig config, String name, String value) {
    return switch (name) {
      case "gelu" -> config.withFeedForward(Activation.GELU, Integer.parseInt(value));
      case "cosine" -> config.withSimilarity(Similarity.cosine(Double.parseDouble(value)));
      case "positions" -> positions(config, value);
      default ->
          throw new IllegalArgumentException(
              String.format(Locale.ROOT, "no setting is called '%s'", name));
    };
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
