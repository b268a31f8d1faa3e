package heed.recommend.rule;

import static heed.recommend.rule.RuleFixtures.ITEMS;
import static heed.recommend.rule.RuleFixtures.chosen;
import static heed.recommend.rule.RuleFixtures.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.recommend.Ranking;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesTest {

  @Test
  void without_rules_a_list_is_the_ranking_of_the_scores() {
    float[] scores = {99, 1, 5, 5, Float.NaN, -2, 0};
    Ranking plain = Ranking.of("fit", seen("b"), scores, 4, Seen.EXCLUDED);
    assertThat(Rules.none().choose("fit", ITEMS, seen("b"), scores, 4, Seen.EXCLUDED))
        .isEqualTo(plain);
  }

  @Test
  void a_history_of_another_catalogue_is_refused() {
    Catalogue other = Catalogue.of(List.of("a", "z"), Map.of());
    History history = History.untimed(other, 2);
    assertThatThrownBy(
            () ->
                Rules.none().choose("fit", ITEMS, history, RuleFixtures.FALLING, 1, Seen.EXCLUDED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fit knows another catalogue");
  }

  @Test
  void excluded_items_give_their_places_to_the_next() {
    assertThat(chosen(2, Exclude.ids("a", "c", "not in the catalogue"))).containsExactly("b", "d");
  }

  @Test
  void a_blocklist_changes_while_it_is_used() {
    Blocklist blocklist = new Blocklist();
    BoundRules rules = Rules.of(blocklist).on(ITEMS);
    blocklist.block(List.of("a"));
    assertThat(best(rules)).isEqualTo("b");
    blocklist.block(List.of("b"));
    assertThat(best(rules)).isEqualTo("c");
    blocklist.unblock(List.of("a"));
    assertThat(best(rules)).isEqualTo("a");
  }

  private static String best(BoundRules rules) {
    return rules
        .choose("fit", seen(), RuleFixtures.FALLING, 1, Seen.EXCLUDED)
        .entries()
        .get(0)
        .id();
  }

  @Test
  void only_a_category_a_price_band_or_both_are_allowed() {
    Condition comedy = Condition.category(Items.KINDS, "comedy");
    Condition cheap = Condition.between("price", 2, 4);
    assertThat(chosen(6, new AllowOnly(comedy))).containsExactly("d", "e");
    assertThat(chosen(6, new AllowOnly(cheap))).containsExactly("b", "c", "d");
    assertThat(chosen(6, new AllowOnly(Condition.all(comedy, cheap)))).containsExactly("d");
    assertThat(chosen(6, new AllowOnly(Condition.any(comedy, Condition.id("a")))))
        .containsExactly("a", "d", "e");
    assertThat(chosen(6, new AllowOnly(Condition.not(cheap)))).containsExactly("a", "e", "f");
  }

  @Test
  void at_most_one_of_a_maker_leaves_those_without_a_maker_alone() {
    assertThat(chosen(6, AtMost.of(1, "maker"))).containsExactly("a", "c", "e", "f");
  }

  @Test
  void a_yielding_limit_is_broken_before_a_place_stays_empty() {
    assertThat(chosen(6, AtMost.of(1, "maker").whileOthersRemain()))
        .containsExactly("a", "c", "e", "f", "b", "d");
  }

  @Test
  void a_boost_is_in_deviations_of_the_scores() {
    // The scores 1 to 6 deviate by 1.708 from their mean.
    assertThat(chosen(1, new Boost(Condition.id("d"), 1.7))).containsExactly("a");
    assertThat(chosen(1, new Boost(Condition.id("d"), 1.8))).containsExactly("d");
    assertThat(chosen(6, new Boost(Condition.id("a"), -9))).endsWith("a");
  }

  @Test
  void a_boost_leaves_the_scores_of_its_caller_alone() {
    float[] scores = RuleFixtures.FALLING.clone();
    Rules.of(new Boost(Condition.id("d"), 3))
        .choose("fit", ITEMS, seen(), scores, 6, Seen.EXCLUDED);
    assertThat(scores).containsExactly(RuleFixtures.FALLING);
  }

  @Test
  void diversity_brings_other_categories_forward() {
    assertThat(chosen(3, new Diversify(0, Items.KINDS))).containsExactly("a", "b", "c");
    // Of d, 1 - likeness is 1; of b it is 0, though it fits better by 0.4 of the range.
    assertThat(chosen(2, new Diversify(0.5, Items.KINDS))).containsExactly("a", "d");
  }

  @Test
  void calibration_keeps_to_the_proportions_of_the_history() {
    assertThat(chosen(seen("d"), 2, new Calibrate(0.9, Items.KINDS))).startsWith("e");
    assertThat(chosen(seen("f"), 3, new Calibrate(0.9, Items.KINDS)))
        .as("nothing is known of f")
        .containsExactly("a", "b", "c");
  }

  @Test
  void a_column_that_is_not_there_is_refused_in_words() {
    assertThatThrownBy(() -> chosen(1, AtMost.of(1, "brand")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rules know no column 'brand' of these items; there is kinds, price, maker");
  }

  @Test
  void nonsense_is_refused() {
    assertThatThrownBy(() -> AtMost.of(0, "maker")).hasMessageContaining("found 0");
    assertThatThrownBy(() -> new Diversify(1.1, "maker")).hasMessageContaining("found 1.1");
    assertThatThrownBy(() -> new Calibrate(Double.NaN, "maker")).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Condition.between("price", 2, 1)).hasMessageContaining("2.0 to 1.0");
    assertThatThrownBy(() -> new Boost(Condition.id("a"), Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void a_rule_of_ones_own_composes_with_ours() {
    Rule odd =
        items ->
            new BoundRule() {
              @Override
              public void filter(Candidates candidates) {
                candidates.keepOnly(ItemSet.of(1, 3, 5));
              }
            };
    assertThat(chosen(6, odd, Exclude.ids("a"))).containsExactly("c", "e");
  }

  @Test
  void ids_that_the_catalogue_lacks_leave_nothing_out_and_can_be_asked_for() {
    Exclude excluded = Exclude.ids("zzz", "a", "old");
    assertThat(excluded.unknown(ITEMS)).containsExactly("old", "zzz");
    assertThat(chosen(1, excluded)).containsExactly("b");
    Blocklist blocked = new Blocklist();
    blocked.block(List.of("b", "zzz"));
    assertThat(blocked.unknown(ITEMS)).containsExactly("zzz");
    assertThat(ITEMS.unknown(List.of("a", "b"))).isEmpty();
  }
}
