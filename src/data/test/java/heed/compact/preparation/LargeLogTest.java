package heed.compact.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.compact.CompactLog;
import heed.log.Columns;
import heed.log.Interactions;
import heed.log.KCore;
import heed.log.ReadOptions;
import heed.log.Step;
import heed.preparation.DuplicateKey;
import heed.preparation.Field;
import heed.preparation.Steps;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeLogTest {

  private static final Columns COLUMNS =
      Columns.of("user_id", "item_id", "timestamp").withValue("rating").withType("event_type");

  private static final ReadOptions OPTIONS = ReadOptions.defaults().withMostBadRows(0.5);

  private static final List<Step> BEFORE_DUPLICATES =
      List.of(
          Steps.dropMissing(Field.VALUE),
          Steps.dropMissing(Field.TYPE),
          Steps.atLeast(2),
          Steps.ofTypes("view"),
          Steps.lastDays(1),
          Steps.period(
              Instant.ofEpochMilli(1_600_000_002_000L), Instant.ofEpochMilli(1_600_000_040_000L)),
          Steps.withoutUser("u12"));

  private static final List<Step> DUPLICATES =
      List.of(
          Steps.keepFirst(DuplicateKey.USER_AND_ITEM),
          Steps.keepLast(DuplicateKey.USER_AND_ITEM),
          Steps.keepFirst(DuplicateKey.USER_ITEM_AND_TIME),
          Steps.countDuplicates(DuplicateKey.USER_AND_ITEM));

  private static final List<Step> CORES =
      List.of(new KCore(2), new KCore(3), new KCore(2, 1), new KCore(1, 4));

  @TempDir private Path folder;

  @Test
  void sequences_of_a_log_on_the_disk_are_those_of_the_log_in_memory() throws IOException {
    int compared = 0;
    for (long seed = 0; seed < 60; seed++) {
      Path csv = RandomLog.csv(folder, seed);
      Step[] steps = steps(new Random(seed));
      LargeLog large = LargeLog.of(csv).withColumns(COLUMNS).withOptions(OPTIONS).withSeed(seed);
      Interactions log = Interactions.read(csv, COLUMNS, OPTIONS);
      Interactions prepared;
      try {
        prepared = log.prepared(steps);
      } catch (IllegalArgumentException nothingLeft) {
        assertThatThrownBy(() -> large.prepared(steps).write(folder.resolve("none")))
            .as("seed %d: %s", seed, nothingLeft)
            .isInstanceOf(IllegalArgumentException.class);
        continue;
      }
      CompactLog written = large.prepared(steps).write(folder.resolve("log"));
      Sequences sequences = written.sequences();
      boolean lost = sequences.types().isEmpty() && Stream.of(steps).anyMatch(DUPLICATES::contains);
      Sequences inMemory = Sequences.of(prepared, seed);
      assertSame(sequences, lost ? withoutTypes(inMemory) : inMemory);
      assertThat(written.steps()).isEqualTo(prepared.steps());
      compared++;
    }
    assertThat(compared).isGreaterThan(30);
    assertThat(folder.resolve("log.work")).doesNotExist();
  }

  /** Some before duplicates, then duplicates, then cores, each or none. */
  private static Step[] steps(Random random) {
    List<Step> steps = new ArrayList<>();
    for (List<Step> some : List.of(BEFORE_DUPLICATES, DUPLICATES, CORES)) {
      if (random.nextInt(3) > 0) {
        steps.add(some.get(random.nextInt(some.size())));
      }
    }
    return steps.toArray(Step[]::new);
  }

  @Test
  void numbers_and_timestamps_of_parquet_mean_the_same() throws IOException, SQLException {
    for (long seed = 0; seed < 10; seed++) {
      Path parquet = RandomLog.parquet(folder, seed);
      Step[] steps = {Steps.keepFirst(DuplicateKey.USER_AND_ITEM), Steps.kCore(3)};
      Interactions prepared = Interactions.read(parquet).prepared(steps);
      CompactLog written = LargeLog.of(parquet).prepared(steps).write(folder.resolve("log"));
      assertSame(written.sequences(), Sequences.of(prepared, 1));
      assertThat(written.steps()).isEqualTo(prepared.steps());
    }
  }

  @Test
  void several_files_are_one_log() throws IOException {
    Path csv = RandomLog.csv(folder, 3);
    List<String> lines = Files.readAllLines(csv);
    Path parts = Files.createDirectory(folder.resolve("parts"));
    int middle = lines.size() / 2;
    Files.write(parts.resolve("part-0.csv"), lines.subList(0, middle));
    List<String> rest = new ArrayList<>(lines.subList(middle, lines.size()));
    rest.add(0, lines.get(0));
    Files.write(parts.resolve("part-1.csv"), rest);
    Files.writeString(parts.resolve("_SUCCESS"), "");
    LargeLog large = LargeLog.of(parts).withColumns(COLUMNS).withOptions(OPTIONS);
    assertSame(
        large.write(folder.resolve("log")).sequences(),
        Sequences.of(Interactions.read(csv, COLUMNS, OPTIONS), 1));
  }

  @Test
  void items_have_the_titles_they_are_given() throws IOException {
    CompactLog log =
        LargeLog.of(RandomLog.csv(folder, 1))
            .withColumns(COLUMNS)
            .withOptions(OPTIONS)
            .withTitles(Map.of("Zi", "Heat"))
            .write(folder.resolve("log"));
    int item = log.sequences().catalogue().number("Zi");
    assertThat(log.sequences().catalogue().title(item)).isEqualTo("Heat");
  }

  @Test
  void steps_that_only_memory_knows_are_refused_with_those_that_are_known() throws IOException {
    LargeLog log = LargeLog.of(RandomLog.csv(folder, 1));
    assertThatThrownBy(() -> log.prepared(Steps.imputeMedian()))
        .hasMessageContaining("is not taken on a log too large for memory; known are k-cores");
  }

  @Test
  void too_many_bad_rows_are_refused() throws IOException {
    Path csv = folder.resolve("bad.csv");
    Files.writeString(csv, "user_id,item_id,timestamp\na,b,1600000000\nNA,b,1600000000\n");
    assertThatThrownBy(() -> LargeLog.of(csv).write(folder.resolve("log")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("1 of 2 rows are no events");
    assertThat(folder.resolve("log")).doesNotExist();
  }

  /** Which type a duplicate that is kept had, a database does not know. */
  private static Sequences withoutTypes(Sequences sequences) {
    List<History> histories =
        sequences.histories().stream()
            .map(one -> one.withTypes(Collections.nCopies(one.length(), "")))
            .toList();
    List<String> users = IntStream.range(0, sequences.size()).mapToObj(sequences::user).toList();
    return Sequences.of(sequences.catalogue(), users, histories);
  }

  private static void assertSame(Sequences written, Sequences inMemory) {
    assertThat(written.catalogue()).isEqualTo(inMemory.catalogue());
    assertThat(written.size()).isEqualTo(inMemory.size());
    for (int user = 0; user < written.size(); user++) {
      assertThat(written.user(user)).isEqualTo(inMemory.user(user));
      assertThat(written.history(user)).isEqualTo(inMemory.history(user));
    }
    assertThat(written.types()).isEqualTo(inMemory.types());
  }
}
