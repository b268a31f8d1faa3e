package heed.recommend.rule;

import static heed.recommend.rule.RuleFixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import heed.recommend.Ranking;
import heed.recommend.Seen;
import heed.recommend.TopItems;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any rules, over catalogues, histories and rules drawn at random. */
class RulePropertiesTest {

  private static final int BRANDS = 7;

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  private record Drawn(
      Items items, History history, float[] scores, Set<String> excluded, int k, List<Rule> rules) {

    static Drawn of(int seed) {
      Random random = new Random(seed);
      int size = 1 + random.nextInt(400);
      Items items = RuleFixtures.random(random, size, BRANDS);
      Set<String> excluded = some(random, items, random.nextDouble());
      List<Rule> rules = new ArrayList<>(List.of(new Exclude(excluded)));
      if (random.nextBoolean()) {
        rules.add(new Diversify(random.nextDouble(), "brand"));
      }
      if (random.nextBoolean()) {
        rules.add(new Boost(Condition.category("brand", "b0"), random.nextGaussian()));
      }
      if (random.nextBoolean()) {
        rules.add(new Calibrate(random.nextDouble(), "brand"));
      }
      int[] seen = random.ints(random.nextInt(5), 1, size + 1).toArray();
      return new Drawn(
          items,
          History.untimed(items.catalogue(), seen),
          RuleFixtures.scores(random, size),
          excluded,
          1 + random.nextInt(40),
          rules);
    }

    private static Set<String> some(Random random, Items items, double share) {
      return IntStream.rangeClosed(1, items.catalogue().size())
          .filter(item -> random.nextDouble() < share)
          .mapToObj(items.catalogue()::id)
          .collect(Collectors.toSet());
    }

    List<String> chosen(Rule... more) {
      List<Rule> all = new ArrayList<>(rules);
      all.addAll(List.of(more));
      return ids(new Rules(all).choose("fit", items, history, scores, k, Seen.EXCLUDED));
    }

    /** What no filter leaves out. */
    Set<String> left() {
      Set<String> left = new HashSet<>();
      for (int item = 1; item <= items.catalogue().size(); item++) {
        left.add(items.catalogue().id(item));
      }
      left.removeAll(excluded);
      IntStream.of(history.items()).mapToObj(items.catalogue()::id).forEach(left::remove);
      return left;
    }

    String brand(String id) {
      return items.categories("brand", items.catalogue().item(id)).get(0);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void never_an_excluded_item_and_never_one_twice(int seed) {
    Drawn drawn = Drawn.of(seed);
    assertThat(drawn.chosen()).doesNotHaveDuplicates().isSubsetOf(drawn.left());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void never_fewer_than_k_when_k_exist(int seed) {
    Drawn drawn = Drawn.of(seed);
    int expected = Math.min(drawn.k(), drawn.left().size());
    assertThat(drawn.chosen()).hasSize(expected);
    assertThat(drawn.chosen(AtMost.of(1, "brand").whileOthersRemain())).hasSize(expected);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_strict_limit_holds_and_leaves_no_place_empty_that_it_allows_to_fill(int seed) {
    Drawn drawn = Drawn.of(seed);
    int most = 1 + seed % 4;
    List<String> chosen = drawn.chosen(AtMost.of(most, "brand"));
    Map<String, Long> chosenOf = count(chosen, drawn::brand);
    assertThat(chosenOf.values()).allMatch(count -> count <= most);
    long possible =
        count(drawn.left(), drawn::brand).values().stream()
            .mapToLong(count -> Math.min(most, count))
            .sum();
    assertThat((long) chosen.size()).isEqualTo(Math.min(drawn.k(), possible));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void filters_alone_tell_who_competes_and_the_best_of_those_are_the_list(int seed) {
    Drawn drawn = Drawn.of(seed);
    Blocklist blocked = new Blocklist();
    blocked.block(Set.of("i0", "i7", "nobody"));
    Rules filters =
        Rules.of(
            drawn.rules().get(0),
            blocked,
            new AllowOnly(Condition.category("brand", "b0", "b1", "b2", "b3", "b4")));
    BoundRules bound = filters.on(drawn.items());
    Seen seen = seed % 2 == 0 ? Seen.EXCLUDED : Seen.KEPT;
    TopItems top = new TopItems(drawn.k());
    IntPredicate competing = bound.competing(drawn.history(), seen).orElseThrow();
    float[] scores = Arrays.copyOfRange(drawn.scores(), 1, drawn.scores().length);
    top.add(scores, scores.length, 1, competing);
    assertThat(Ranking.of("fit", drawn.history(), top.best()))
        .isEqualTo(bound.choose("fit", drawn.history(), drawn.scores(), drawn.k(), seen));
  }

  @Test
  void a_rule_that_does_more_than_filter_does_not_tell_who_competes() {
    Items items = RuleFixtures.random(new Random(1), 9, 2);
    for (Rule rule :
        List.of(
            AtMost.of(1, "brand"),
            new Diversify(0.5, "brand"),
            new Boost(Condition.category("brand", "b0"), 1))) {
      assertThat(
              Rules.of(new Exclude(Set.of()), rule)
                  .on(items)
                  .competing(History.untimed(items.catalogue()), Seen.KEPT))
          .isEmpty();
    }
  }

  private static Map<String, Long> count(Iterable<String> ids, Function<String, String> brand) {
    List<String> brands = new ArrayList<>();
    ids.forEach(id -> brands.add(brand.apply(id)));
    return brands.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @Test
  void no_place_stays_empty_for_want_of_looking() {
    // The best 999 are of one brand, and only the last is of the other.
    Items items = RuleFixtures.random(new Random(1), 1_000, 1);
    float[] scores = new float[1_001];
    for (int item = 1; item < scores.length; item++) {
      scores[item] = -item;
    }
    List<String> chosen =
        ids(
            Rules.of(AtMost.of(3, "brand"))
                .choose(
                    "fit", items, History.untimed(items.catalogue()), scores, 5, Seen.EXCLUDED));
    assertThat(chosen).hasSize(3);
  }
}
