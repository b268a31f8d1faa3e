package heed.serve.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.recommend.rule.Exclude;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.serve.Model;
import heed.serve.NextItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchListsTest {

  private static final Model MODEL =
      Model.of(NextItem.recommender()).withRules(Exclude.ids("003")).withVersion("v1");

  @TempDir private Path folder;

  /** User u was last seen with item u; the first was not seen at all. */
  private static Sequences users(int count) {
    return Sequences.of(
        NextItem.CATALOGUE,
        IntStream.range(0, count).mapToObj(i -> i == 1 ? "a,\"b\"" : "u" + i).toList(),
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    i == 0
                        ? History.untimed(NextItem.CATALOGUE)
                        : History.untimed(NextItem.CATALOGUE, 1 + i % NextItem.SIZE))
            .toList());
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  @Test
  void every_user_has_her_list_by_the_rules() throws IOException {
    BatchLists.of(MODEL).withK(2).write(users(3), file("lists.csv"), BatchProgress.NONE);
    assertThat(Files.readAllLines(file("lists.csv")))
        .containsExactly(
            "user,rank,item,title,score",
            "u0,1,000,000,0.0",
            "u0,2,001,001,-1.0",
            "\"a,\"\"b\"\"\",1,002,002,0.0",
            "\"a,\"\"b\"\"\",2,004,004,-2.0",
            "u2,1,004,004,-1.0",
            "u2,2,005,005,-2.0");
  }

  @Test
  void as_json_each_list_is_a_line() throws IOException {
    BatchLists lists = BatchLists.of(MODEL).withK(1).withFormat(ListFormat.jsonLines());
    lists.write(users(2), file("lists.jsonl"), BatchProgress.NONE);
    assertThat(Files.readAllLines(file("lists.jsonl")).get(1))
        .isEqualTo(
            "{\"user\":\"a,\\\"b\\\"\",\"items\":[{\"id\":\"002\",\"title\":\"002\",\"score\":0.0}]}");
  }

  @Test
  void a_batch_that_was_stopped_is_gone_on_with_and_ends_the_same() throws IOException {
    Sequences users = users(1_500);
    BatchLists lists = BatchLists.of(MODEL);
    lists.write(users, file("whole.csv"), BatchProgress.NONE);
    assertThatThrownBy(
            () ->
                lists.write(
                    users,
                    file("stopped.csv"),
                    (done, all) -> {
                      throw new IllegalStateException("stopped at " + done + " of " + all);
                    }))
        .hasMessage("stopped at 512 of 1500");
    Path part = file("stopped.csv.part");
    Files.writeString(part, Files.readString(part) + "u512,1,half a li");
    int[] first = {0};
    lists.write(
        users, file("stopped.csv"), (done, all) -> first[0] = first[0] == 0 ? done : first[0]);
    assertThat(first[0]).as("where it went on").isEqualTo(1_024);
    assertThat(file("stopped.csv")).hasSameTextualContentAs(file("whole.csv"));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()).toList())
          .containsExactlyInAnyOrder("whole.csv", "stopped.csv");
    }
  }

  private void stop(BatchLists lists, Sequences users, Path file) {
    assertThatThrownBy(
            () ->
                lists.write(
                    users,
                    file,
                    (done, all) -> {
                      throw new IllegalStateException("stopped");
                    }))
        .hasMessage("stopped");
  }

  @Test
  void a_batch_whose_unfinished_file_is_gone_or_cut_begins_anew() throws IOException {
    Sequences users = users(600);
    BatchLists lists = BatchLists.of(MODEL);
    lists.write(users, file("whole.csv"), BatchProgress.NONE);
    Path part = file("stopped.csv.part");
    stop(lists, users, file("stopped.csv"));
    Files.delete(part);
    lists.write(users, file("stopped.csv"), BatchProgress.NONE);
    assertThat(file("stopped.csv")).hasSameTextualContentAs(file("whole.csv"));
    stop(lists, users, file("stopped.csv"));
    Files.writeString(part, Files.readString(part).substring(0, 100));
    lists.write(users, file("stopped.csv"), BatchProgress.NONE);
    assertThat(file("stopped.csv")).hasSameTextualContentAs(file("whole.csv"));
  }

  @Test
  void users_who_met_something_else_are_another_batch() throws IOException {
    BatchLists lists = BatchLists.of(MODEL);
    stop(lists, users(600), file("lists.csv"));
    Sequences tomorrow =
        Sequences.of(
            NextItem.CATALOGUE,
            IntStream.range(0, 600).mapToObj(users(600)::user).toList(),
            IntStream.range(0, 600)
                .mapToObj(i -> History.untimed(NextItem.CATALOGUE, 1 + i % 7))
                .toList());
    assertThatThrownBy(() -> lists.write(tomorrow, file("lists.csv"), BatchProgress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is of another batch");
  }

  @Test
  void an_unfinished_file_of_another_batch_is_refused() throws IOException {
    Files.writeString(file("lists.csv.part.json"), "{\"owner\":\"v0\",\"users\":1,\"bytes\":7}");
    assertThatThrownBy(
            () -> BatchLists.of(MODEL).write(users(3), file("lists.csv"), BatchProgress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is of another batch (v0)")
        .hasMessageContaining("delete it to begin anew");
  }

  @Test
  void nobody_has_an_empty_file() throws IOException {
    Sequences nobody = Sequences.of(NextItem.CATALOGUE, List.of(), List.of());
    BatchLists.of(MODEL).write(nobody, file("lists.csv"), BatchProgress.NONE);
    assertThat(Files.readAllLines(file("lists.csv"))).hasSize(1);
  }
}
