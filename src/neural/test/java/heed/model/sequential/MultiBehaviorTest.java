package heed.model.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import heed.contract.training.NetworkContract;
import heed.evaluation.Evaluation;
import heed.log.Ids;
import heed.log.Interactions;
import heed.model.Activation;
import heed.model.ModelConfig;
import heed.model.NetworkRecommender;
import heed.recommend.Seen;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that reads what an event was, where nothing else tells what comes next. */
class MultiBehaviorTest implements NetworkContract {

  private static final int ITEMS = 12;
  private static final String[] TYPES = {"buy", "view"};

  @Override
  public ModelConfig config(int items, double dropout) {
    return MultiBehaviorConfig.of(small(dropout), TYPES).asking("buy");
  }

  private static SasrecConfig small(double dropout) {
    return new SasrecConfig(8, 2, 2, 6, (float) dropout, Activation.RELU, 1, OptionalInt.empty());
  }

  private static SasrecConfig wider() {
    return small(0).withWidth(32).withLayers(1).withMaxLength(9);
  }

  @Test
  void the_type_of_the_last_event_decides_what_comes_next() {
    Split.Parts split = Split.leaveOneOut().of(planted(next -> ""));
    try (TrainingRun without = fit(wider(), split);
        TrainingRun with = fit(MultiBehaviorConfig.of(wider(), split.train()), split)) {
      assertThat(hits(with, split)).isGreaterThan(.95);
      assertThat(hits(without, split)).isLessThan(.7);
    }
  }

  @Test
  void asked_for_purchases_it_names_what_is_bought_next() {
    Sequences log = planted(next -> next);
    MultiBehaviorConfig network = MultiBehaviorConfig.of(wider(), log);
    try (TrainingRun bought = fit(network.asking("buy"), log);
        TrainingRun viewed = fit(network.asking("view"), log)) {
      for (int item = 1; item <= ITEMS; item++) {
        History history = History.untimed(log.catalogue(), item).withTypes(List.of("view"));
        assertThat(first(bought.recommender(), history)).isEqualTo(follower(item, "buy"));
        assertThat(first(viewed.recommender(), history)).isEqualTo(follower(item, "view"));
      }
    }
  }

  @Test
  void events_of_unknown_types_are_read_as_events_without() {
    Sequences log = planted(next -> "");
    try (TrainingRun run = fit(MultiBehaviorConfig.of(wider(), log), log)) {
      History history = log.history(0).last(4);
      History unknown = history.withTypes(List.of("gift", "", "gift", "wish"));
      History none = history.withTypes(List.of("", "", "", ""));
      assertThat(run.recommender().score(List.of(unknown, log.history(1), none)))
          .satisfies(scores -> assertThat(scores[0]).containsExactly(scores[2], within(1e-5f)));
    }
  }

  @Test
  void the_types_stay_with_a_saved_network(@TempDir Path folder) throws IOException {
    Sequences log = planted(next -> "");
    Path file = folder.resolve("network");
    try (TrainingRun run = fit(MultiBehaviorConfig.of(wider(), log).asking("buy"), log)) {
      run.recommender().save(file);
      try (NDManager memory = NDManager.newBaseManager();
          NetworkRecommender loaded = NetworkRecommender.load(file, log.catalogue(), memory)) {
        assertThat(loaded.network().config()).isEqualTo(run.recommender().network().config());
        assertThat(loaded.score(List.of(log.history(3))))
            .isDeepEqualTo(run.recommender().score(List.of(log.history(3))));
      }
    }
  }

  @Test
  void what_cannot_be_told_apart_or_asked_for_is_refused() {
    assertThatThrownBy(() -> MultiBehaviorConfig.of(wider()))
        .hasMessageContaining("found []")
        .hasMessageContaining("--columns type=NAME");
    assertThatThrownBy(() -> MultiBehaviorConfig.of(wider(), "buy", "buy"))
        .hasMessageContaining("each once");
    assertThatThrownBy(() -> MultiBehaviorConfig.of(wider(), "buy").asking("view"))
        .hasMessageContaining("'view'")
        .hasMessageContaining("[buy]");
    assertThatThrownBy(
            () ->
                MultiBehaviorConfig.of(new Bert4RecConfig(8, 1, 1, 6, 0, .2), "buy").asking("buy"))
        .hasMessageContaining("both sides");
  }

  private static TrainingRun fit(ModelConfig model, Split.Parts split) {
    return fit(model, split.train());
  }

  /** The last epoch is the best. */
  private static TrainingRun fit(ModelConfig model, Sequences train) {
    AtomicInteger epoch = new AtomicInteger();
    return Training.of(model)
        .withLearningRate(.01)
        .withBatchSize(256)
        .withEpochs(12)
        .fit(train, any -> epoch.incrementAndGet(), ProgressListener.SILENT);
  }

  private static double hits(TrainingRun run, Split.Parts split) {
    return Evaluation.of(split.test()).withSeen(Seen.KEPT).ndcg(1).applyAsDouble(run.recommender());
  }

  private static int first(NetworkRecommender recommender, History history) {
    float[] scores = recommender.score(List.of(history))[0];
    int best = 1;
    for (int item = 2; item < scores.length; item++) {
      best = scores[item] > scores[best] ? item : best;
    }
    return best;
  }

  /** Which event decides the next item: its own type, or else that of the next event. */
  private interface Decides {

    /** The type that decides if it is that of the next event, or "" if the last event's does. */
    String by(String next);
  }

  private static int follower(int item, String type) {
    int step = type.equals("buy") ? 1 : 5;
    return (item - 1 + step) % ITEMS + 1;
  }

  /** 300 users of ten events; every second one is a purchase. */
  private static Sequences planted(Decides decides) {
    Random random = new Random(3);
    List<String> users = new ArrayList<>();
    List<String> items = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (int user = 0; user < 300; user++) {
      int item = 1 + random.nextInt(ITEMS);
      String last = TYPES[random.nextInt(2)];
      for (int event = 0; event < 10; event++) {
        users.add(Integer.toString(user));
        items.add(String.format(Locale.ROOT, "%02d", item));
        types.add(last);
        String next = TYPES[random.nextInt(2)];
        item = follower(item, decides.by(next).isEmpty() ? last : next);
        last = next;
      }
    }
    long[] times = new long[users.size()];
    Arrays.setAll(times, row -> row * 1_000L);
    Interactions log = Interactions.of("planted", Ids.of(users), Ids.of(items), times);
    return Sequences.of(log.withTypes(Ids.of(types)), 1);
  }
}
