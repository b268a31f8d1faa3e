package heed.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import heed.HeedClasses;
import heed.baseline.Baseline;
import heed.baseline.Baselines;
import heed.model.ModelConfig;
import heed.model.click.ClickConfig;
import heed.model.click.DinConfig;
import heed.model.click.LogisticConfig;
import heed.search.SearchSpace;
import heed.search.Tunable;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who is compared when all are: nobody is forgotten. */
class NetworksTest {

  /**
   * Made for one catalogue, one segmentation or the event types of one log, so that they have no
   * settings by default.
   */
  private static final Set<String> NEED_MORE =
      Set.of("InterestContentConfig", "MultiBehaviorConfig", "SegmentPopularity");

  private static Set<String> records(Class<?> kind) {
    return HeedClasses.withoutTests().stream()
        .filter(type -> type.isRecord() && type.isAssignableTo(kind))
        .map(JavaClass::getSimpleName)
        .filter(name -> !NEED_MORE.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> kinds(Collection<?> settings) {
    return settings.stream()
        .filter(Record.class::isInstance)
        .map(one -> one.getClass().getSimpleName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_network_and_every_baseline_of_the_library_is_named() {
    assertThat(kinds(Networks.overHistories().values())).isEqualTo(records(ModelConfig.class));
    assertThat(kinds(Networks.ofClicks().values())).isEqualTo(records(ClickConfig.class));
    assertThat(kinds(Baselines.overHistories().values())).isEqualTo(records(Baseline.class));
  }

  @Test
  void each_declares_a_search_space_that_its_settings_allow() {
    Networks.overHistories().values().forEach(NetworksTest::drawsEight);
    Baselines.overHistories().values().stream()
        .filter(Record.class::isInstance)
        .forEach(NetworksTest::drawsEight);
    assertThat(SearchSpace.declaredBy(LogisticConfig.defaults()).axes()).isEmpty();
    assertThat(SearchSpace.declaredBy(DinConfig.defaults()).grid(1)).hasSize(8);
  }

  private static void drawsEight(Tunable settings) {
    assertThat(SearchSpace.declaredBy(settings).draw(8, 1))
        .as(settings.getClass().getSimpleName())
        .hasSize(8);
  }
}
