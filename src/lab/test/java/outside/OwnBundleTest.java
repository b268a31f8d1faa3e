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
import heed.model.NetworkRecommender;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outside.Own.LookBackConfig;

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
        .hasMessageContainingAll("'rates'", "'network'", "BundleKind.of");
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
        .hasMessageContainingAll(file.toString(), "LookBackConfig", "codec.with(MyRecord.class)");
  }
}
