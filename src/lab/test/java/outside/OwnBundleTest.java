package outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import heed.batch.Task;
import heed.bundle.Bundle;
import heed.bundle.BundleKind;
import heed.bundle.BundleKinds;
import heed.bundle.BundleNotes;
import heed.file.RecordCodec;
import heed.model.ModelConfig;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import outside.Own.EverySecond;
import outside.Own.Fading;
import outside.Own.HalfEqual;
import outside.Own.LookBackConfig;
import outside.Own.MyAttention;

/** What a reader writes herself travels in a bundle like ours. */
class OwnBundleTest {

  private static final Catalogue ITEMS = Catalogue.of(List.of("a", "b", "c"), Map.of());

  @TempDir Path folder;

  /** Says the same to everybody. */
  record Rates(Catalogue catalogue, float[] rates) implements Recommender {

    @Override
    public String name() {
      return "rates";
    }

    @Override
    public float[][] score(List<History> histories) {
      return histories.stream().map(any -> rates.clone()).toArray(float[][]::new);
    }
  }

  @Test
  void a_recommender_of_ones_own_comes_back_once_its_kind_is_known() throws IOException {
    Path file = folder.resolve("rates.heed");
    BundleKinds kinds = BundleKinds.onClassPath().with(BundleKind.of("rates", Rates.class));
    Bundle.save(file, new Rates(ITEMS, new float[] {0, .1f, .3f, .2f}), BundleNotes.none(), kinds);
    try (Bundle bundle = Bundle.load(file, kinds)) {
      assertThat(bundle.recommender().recommend(History.untimed(ITEMS), 1).entries().get(0).id())
          .isEqualTo("b");
    }
    assertThatThrownBy(() -> Bundle.load(file).close())
        .hasMessageContainingAll("'rates'", "'network'", "BundleKind.of(\"rates\"")
        .hasMessageNotContaining("undamaged");
  }

  @Test
  void a_network_of_ones_own_comes_back_once_its_settings_are_known() throws IOException {
    Path file = folder.resolve("mine.heed");
    BundleKinds kinds =
        BundleKinds.onClassPath().with(RecordCodec.plain().with(LookBackConfig.class));
    LookBackConfig config = new LookBackConfig(4, 5, 0, new Task.NextItem());
    History asked = History.untimed(ITEMS, 1, 3);
    try (NDManager manager = NDManager.newBaseManager();
        NetworkRecommender mine =
            new NetworkRecommender(config.create(3, 1, manager), ITEMS, manager)) {
      Bundle.save(file, mine, BundleNotes.none(), kinds);
      try (Bundle bundle = Bundle.load(file, kinds)) {
        assertThat(bundle.recommender().score(List.of(asked)))
            .isDeepEqualTo(mine.score(List.of(asked)));
      }
    }
    assertThatThrownBy(() -> Bundle.load(file).close())
        .hasMessageContainingAll(
            file.toString(), "LookBackConfig", "RecordCodec.plain().with(LookBackConfig.class)");
  }

  /** A network with one own part each, and the record that has to be known. */
  static Stream<Arguments> ownParts() {
    SasrecConfig ours = SasrecConfig.defaults().withWidth(4).withHeads(1).withMaxLength(5);
    return Stream.of(
        Arguments.of(ours.withScoring(new MyAttention(2)), MyAttention.class),
        Arguments.of(ours.withWeighting(new HalfEqual()), HalfEqual.class),
        Arguments.of(ours.withMask(new EverySecond()), EverySecond.class),
        Arguments.of(ours.withPositions(new Fading()), Fading.class),
        Arguments.of(new LookBackConfig(4, 5, 0, new Task.NextItem()), LookBackConfig.class));
  }

  @ParameterizedTest
  @MethodSource("ownParts")
  void a_bundle_that_could_not_be_loaded_is_not_saved_and_the_remedy_is_true(
      ModelConfig config, Class<? extends Record> own) throws IOException {
    Path file = folder.resolve("mine.heed");
    BundleKinds kinds = BundleKinds.onClassPath().with(RecordCodec.plain().with(own));
    String remedy =
        "BundleKinds.onClassPath().with(RecordCodec.plain().with(" + own.getSimpleName();
    try (NDManager manager = NDManager.newBaseManager();
        NetworkRecommender mine =
            new NetworkRecommender(config.create(3, 1, manager), ITEMS, manager)) {
      assertThatThrownBy(() -> Bundle.save(file, mine))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("settings", own.getSimpleName(), remedy, "Bundle.load");
      assertThat(file).doesNotExist();
      assertThatThrownBy(() -> mine.save(file))
          .hasMessageContainingAll("ModelKinds.codec().with(" + own.getSimpleName(), "load");
      assertThat(file).doesNotExist();
      Bundle.save(file, mine, BundleNotes.none(), kinds);
      Bundle.load(file, kinds).close();
    }
    assertThatThrownBy(() -> Bundle.load(file).close())
        .hasMessageContainingAll("nothing is damaged", remedy, "Bundle.load(file, kinds)")
        .hasMessageNotContaining("undamaged");
  }

  @Test
  void a_recommender_without_a_name_is_told_to_get_one() {
    Recommender anonymous =
        new Recommender() {
          @Override
          public String name() {
            return "none";
          }

          @Override
          public Catalogue catalogue() {
            return ITEMS;
          }

          @Override
          public float[][] score(List<History> histories) {
            return new float[histories.size()][ITEMS.size() + 1];
          }
        };
    assertThatThrownBy(() -> Bundle.save(folder.resolve("none.heed"), anonymous))
        .hasMessageContainingAll("a class without a name", "'network'", "MyRecommender.class");
  }
}
