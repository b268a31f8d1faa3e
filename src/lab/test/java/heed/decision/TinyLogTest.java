package heed.decision;

import static org.assertj.core.api.Assertions.assertThat;

import heed.bundle.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that hold too little for a network end in a page all the same. */
class TinyLogTest {

  @TempDir Path folder;

  @Test
  void users_of_one_event_leave_popularity_and_no_figure() throws IOException {
    assertThat(page(40, i -> row(i, i % 7, i)))
        .contains(
            "Popularity is all there is: no user has more than 1 event: found 40 events of 40"
                + " users.",
            "No figure can be had",
            "Take a longer period, more kinds of events");
  }

  @Test
  void one_event_is_told_as_one() throws IOException {
    assertThat(page(1, i -> row(1, 1, i))).contains("found 1 event of 1 user.");
  }

  @Test
  void the_same_event_many_times_is_one_event() throws IOException {
    assertThat(page(30, i -> row(1, 1, 0)))
        .contains("found 1 event of 1 user.", "has 30 events as it was read, and 1 event after");
  }

  @Test
  void users_of_two_events_are_asked_for_the_second() throws IOException {
    assertThat(page(60, i -> row(i / 2, i * 3 % 10, i)))
        .contains("no user has more than 2 events", "Popularity can be asked", "HR@10")
        .as("its run record")
        .contains("-report-popularity.");
  }

  @Test
  void a_log_of_which_no_core_is_left_says_so() throws IOException {
    assertThat(page(60, i -> row(i / 2, i, i)))
        .contains("No 2-core is left of it, so that users and items with one event stay.");
  }

  @Test
  void users_of_three_events_leave_one_to_learn_from_and_baselines_alone() throws IOException {
    assertThat(page(90, i -> row(i / 3, i * 3 % 10, i)))
        .contains(
            "no user has two events to learn from: found 30 events of 30 users",
            "these are the baselines alone",
            "item-kNN");
  }

  @Test
  void one_user_cannot_tell_recommenders_apart() throws IOException {
    assertThat(page(40, i -> row(1, i % 9, i)))
        .contains("one user can be asked", "Check which column holds the users");
  }

  @Test
  void one_item_leaves_nothing_to_choose() throws IOException {
    assertThat(page(40, i -> row(i % 10, 1, i)))
        .contains("the log has one item", "Check which column holds the items");
  }

  @Test
  void events_of_one_moment_are_asked_for_in_an_order_that_is_drawn() throws IOException {
    String page = page(70, i -> row(i % 10, i % 7, 0));
    assertThat(page)
        .contains(
            "hardly any user has three baskets",
            "which one, is drawn where several share a moment",
            "A list of 10 has room for all 7 items of this log")
        .doesNotContain("-0.0000", "NaN");
  }

  private String page(int rows, IntFunction<String> row) throws IOException {
    Path csv = folder.resolve("tiny.csv");
    Files.writeString(
        csv,
        IntStream.range(0, rows)
            .mapToObj(row)
            .collect(Collectors.joining("\n", "user,item,time\n", "\n")));
    WrittenReport report = WrittenReport.of(csv);
    String page = report.page();
    assertThat(page).contains("What would change that").doesNotContain("This page is not complete");
    // A one by itself before a word in the plural.
    assertThat(words(page))
        .doesNotContainPattern(
            "(?<![\\d.,=\\-])1 (?:user|item|event|row|question|target|epoch|setting|week|try|trie"
                + "|history|historie|finding|basket|answer|session|parameter)s\\b");
    assertThat(report.terminal()).contains("The page: ");
    try (Bundle bundle = Bundle.load(report.options().bundle())) {
      assertThat(bundle.recommender().catalogue().size()).isPositive();
    }
    return page;
  }

  private static String words(String page) {
    return page.replaceAll("(?s)<(script|style).*?</\\1>", "").replaceAll("<[^>]*>", " ");
  }

  private static String row(int user, int item, int day) {
    return String.format(Locale.ROOT, "u%d,i%d,%d", user, item, 1_600_000_000L + 86_400L * day);
  }
}
