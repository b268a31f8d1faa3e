package heed.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.preparation.DuplicateKey;
import heed.preparation.Pseudonyms;
import heed.preparation.Steps;
import heed.reading.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Steps that keep persons out of a log. */
class PrivacyStepTest {

  private static final String SECRET = "a key of no less than 16 bytes";
  private static final byte[] KEY = SECRET.getBytes(UTF_8);

  private final Interactions log =
      TinyLog.of("ann a 1 1 view s1", "bob b 2 1 view s2", "ann ann 3 1 view -")
          .withTitles(Map.of("a", "Alien", "ann", "Ann"));

  @Test
  void a_pseudonym_is_the_first_half_of_the_keyed_hash() {
    // Python: hmac.new(key, b"user:ann", "sha256").hexdigest()[:32], and so for the others.
    Interactions hidden = log.prepared(Steps.pseudonymUsers(KEY), Steps.pseudonymItems(KEY));
    assertThat(hidden.users())
        .containsExactly(
            "616b802572664ddcb22c5cd01c6498a1",
            "9d2907a4e58079206cfa96863b6374d2",
            "616b802572664ddcb22c5cd01c6498a1");
    assertThat(hidden.items().get(0)).isEqualTo("48fc89f76c6783a111c4e80a07210a94");
    assertThat(hidden.items().get(2)).isEqualTo("7a3ed294d96f66a700a2f7c1bbee65f7");
    assertThat(hidden.sessions().orElseThrow().get(0))
        .isEqualTo("916a1eec09b57e3e0a88cde84eda1971");
    assertThat(hidden.sessions().orElseThrow().get(2)).isEmpty();
    assertThat(hidden.titles())
        .containsOnly(
            Map.entry("48fc89f76c6783a111c4e80a07210a94", "Alien"),
            Map.entry("7a3ed294d96f66a700a2f7c1bbee65f7", "Ann"));
  }

  @Test
  void the_same_key_gives_the_same_pseudonyms_in_another_log_and_another_key_others() {
    Interactions other = TinyLog.of("zoe z 9", "ann q 8");
    assertThat(Steps.pseudonymUsers(KEY).of(other).users().get(1))
        .isEqualTo(Steps.pseudonymUsers(KEY).of(log).users().get(0));
    byte[] another = KEY.clone();
    another[0]++;
    assertThat(Steps.pseudonymUsers(another).of(log).users())
        .doesNotContainAnyElementsOf(Steps.pseudonymUsers(KEY).of(log).users());
    assertThat(Steps.pseudonymUsers(another)).isNotEqualTo(Steps.pseudonymUsers(KEY));
  }

  @Test
  void neither_key_nor_user_is_told_by_a_log_or_its_steps() {
    Step step = Steps.pseudonymUsers(KEY);
    Interactions hidden =
        log.prepared(Steps.sessions(Duration.ofMinutes(1)), Steps.withoutUser("bob"), step);
    String told =
        hidden
            + hidden.steps().toString()
            + hidden.badRows()
            + hidden.users()
            + hidden.sessions()
            + Preparation.of(Steps.withoutUser("bob"), step)
            + List.of(step, Steps.withoutUser("bob"));
    assertThat(told).doesNotContain(SECRET).doesNotContain("ann").doesNotContain("bob");
    assertThat(told).contains("line 3: time '...' is none");
  }

  @Test
  void what_is_known_of_users_and_items_goes_with_them() {
    Table people =
        Table.create(
            StringColumn.create("id", "ann", "bob"), StringColumn.create("town", "Bern", "Ulm"));
    Attributes towns = Tables.attributes(people, "id", Attribute.category("town"));
    Interactions known = log.withUserAttributes(towns);
    Interactions hidden = known.prepared(Steps.pseudonymUsers(KEY));
    assertThat(hidden.userAttributes().ids()).containsExactlyElementsOf(hidden.users().distinct());
    assertThat(hidden.userAttributes().categories("town", "616b802572664ddcb22c5cd01c6498a1"))
        .containsExactly("Bern");
    assertThat(known.prepared(Steps.withoutUser("ann")).userAttributes().ids())
        .containsExactly("bob");
    assertThat(
            log.withItemAttributes(towns)
                .prepared(Steps.pseudonymItems(KEY))
                .itemAttributes()
                .ids())
        .doesNotContain("ann", "bob");
  }

  @Test
  void a_key_that_changes_later_does_not_change_the_step() {
    byte[] key = KEY.clone();
    Step step = Steps.pseudonymUsers(key);
    key[0] = 0;
    assertThat(step).isEqualTo(Steps.pseudonymUsers(KEY));
  }

  @Test
  void a_key_that_can_be_guessed_is_refused() {
    assertThatThrownBy(() -> Steps.pseudonymUsers("secret".getBytes(UTF_8)))
        .hasMessageContaining("at least 16 bytes, found 6")
        .hasMessageNotContaining("secret");
  }

  @Test
  void ids_that_would_become_one_are_refused() {
    assertThatThrownBy(() -> Pseudonyms.renamed(Ids.of(List.of("a", "b", "c")), id -> "same"))
        .hasMessageContaining("3 ids have only 1 pseudonyms");
  }

  @Test
  void a_user_is_taken_out_and_a_misspelt_one_is_no_silent_success() {
    assertThat(Steps.withoutUser("ann").of(log).users()).containsExactly("bob");
    assertThatThrownBy(() -> Steps.withoutUser("An").of(log))
        .hasMessageContaining("no user 'An' among the 2 of tiny");
  }

  @Test
  void a_preparation_taken_again_without_a_user_is_as_if_she_had_never_been() {
    Preparation preparation =
        Preparation.of(
            Steps.keepLast(DuplicateKey.USER_AND_ITEM),
            Steps.imputeMeanOfUser(),
            Steps.winsorize(.05, .95),
            Steps.withoutBots().withDeviations(2),
            Steps.lastDays(3),
            Steps.kCore(3),
            Steps.sessions(Duration.ofHours(3)),
            Steps.pseudonymUsers(KEY));
    Interactions raw = TinyLog.random(5, 400);
    for (String user : raw.users().distinct()) {
      Interactions never =
          TinyLog.of(
              TinyLog.rows(raw).stream()
                  .filter(row -> !row.startsWith(user + " "))
                  .toArray(String[]::new));
      Interactions forgotten = raw.prepared(preparation.withoutUser(user));
      assertThat(TinyLog.rows(forgotten)).isEqualTo(TinyLog.rows(never.prepared(preparation)));
      List<StepTaken> steps = forgotten.steps();
      assertThat(steps.subList(1, steps.size())).isEqualTo(never.prepared(preparation).steps());
    }
  }

  @Test
  void preparations_of_equal_steps_are_equal_and_read_as_words() {
    Preparation preparation = Preparation.of(Steps.atLeast(4), Steps.kCore(5));
    assertThat(preparation).isEqualTo(Preparation.of(Steps.atLeast(4.0), Steps.kCore(5)));
    assertThat(preparation).hasToString("keep values of at least 4, then 5-core");
  }
}
