package heed.serve.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.serve.Event;
import heed.serve.UserHistories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveUsersTest {

  private static final LiveOptions OPTIONS = new LiveOptions(2, 3, Duration.ofMinutes(10));

  @TempDir private Path folder;

  /** A clock that a test moves. */
  private static final class Moved extends Clock {
    private Instant now = Instant.ofEpochSecond(1_000_000);

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private LiveUsers logged() throws IOException {
    return LiveUsers.logged(OPTIONS, UserHistories.none(), log(), false);
  }

  private Path log() {
    return folder.resolve("events.jsonl");
  }

  private static List<String> items(LiveUsers users, String user) {
    return users.of(user).stream().map(Event::item).toList();
  }

  @Test
  void live_events_stand_behind_what_was_known() {
    LiveUsers users =
        LiveUsers.inMemory(OPTIONS, user -> List.of(Event.now("old"), Event.now("older")));
    users.add("ann", Event.now("new"));
    assertThat(items(users, "ann")).containsExactly("old", "older", "new");
    assertThat(items(users, "bob")).containsExactly("old", "older");
  }

  @Test
  void memory_is_bounded_by_users_and_by_events() {
    LiveUsers users = LiveUsers.inMemory(OPTIONS, UserHistories.none());
    for (String item : List.of("1", "2", "3", "4")) {
      users.add("ann", Event.now(item));
    }
    assertThat(items(users, "ann")).containsExactly("2", "3", "4");
    users.add("bob", Event.now("1"));
    users.add("ann", Event.now("5"));
    users.add("eve", Event.now("1"));
    assertThat(users.size()).isEqualTo(2);
    assertThat(items(users, "bob")).as("her last event is the oldest").isEmpty();
    assertThat(items(users, "ann")).containsExactly("3", "4", "5");
  }

  @Test
  void a_session_ends_some_time_after_its_last_event() {
    Moved clock = new Moved();
    LiveUsers users = LiveUsers.inMemory(OPTIONS, UserHistories.none(), clock);
    users.add("ann", Event.now("1"));
    clock.now = clock.now.plusSeconds(599);
    assertThat(items(users, "ann")).containsExactly("1");
    clock.now = clock.now.plusSeconds(1);
    assertThat(items(users, "ann")).isEmpty();
    users.add("bob", Event.now("1"));
    assertThat(users.size()).isEqualTo(1);
  }

  @Test
  void a_log_is_replayed() throws IOException {
    try (LiveUsers users = logged()) {
      users.add("ann", Event.now("\"quoted\"\n"));
      users.add("bob", new Event("2", 7));
    }
    try (LiveUsers users = logged()) {
      assertThat(users.of("ann")).containsExactly(Event.now("\"quoted\"\n"));
      assertThat(users.of("bob")).containsExactly(new Event("2", 7));
    }
  }

  @Test
  void a_line_that_was_cut_off_is_dropped_and_the_log_goes_on() throws IOException {
    try (LiveUsers users = logged()) {
      users.add("ann", Event.now("1"));
      users.add("ann", Event.now("2"));
    }
    byte[] all = Files.readAllBytes(log());
    for (int cut = all.length / 2 + 1; cut < all.length; cut++) {
      Files.write(log(), Arrays.copyOf(all, cut));
      try (LiveUsers users = logged()) {
        assertThat(items(users, "ann")).containsExactly("1");
        users.add("ann", Event.now("3"));
      }
      try (LiveUsers users = logged()) {
        assertThat(items(users, "ann")).containsExactly("1", "3");
      }
    }
  }

  @Test
  void a_line_that_was_changed_is_refused_in_words() throws IOException {
    try (LiveUsers users = logged()) {
      users.add("ann", Event.now("1"));
      users.add("ann", Event.now("2"));
    }
    Files.writeString(log(), Files.readString(log()).replaceFirst("ann", "bob"));
    assertThatThrownBy(this::logged)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is damaged in line 1: its checksum is missing or wrong");
  }

  @Test
  void a_session_that_goes_on_is_whole_after_a_replay() throws IOException {
    Moved clock = new Moved();
    try (LiveUsers users = LiveUsers.logged(OPTIONS, UserHistories.none(), clock, log(), false)) {
      users.add("ann", Event.now("1"));
      clock.now = clock.now.plusSeconds(400);
      users.add("ann", Event.now("2"));
      clock.now = clock.now.plusSeconds(400);
      assertThat(items(users, "ann")).containsExactly("1", "2");
    }
    try (LiveUsers users = LiveUsers.logged(OPTIONS, UserHistories.none(), clock, log(), false)) {
      assertThat(items(users, "ann")).containsExactly("1", "2");
    }
  }

  @Test
  void a_clock_that_goes_back_ends_no_session() {
    Moved clock = new Moved();
    LiveUsers users = LiveUsers.inMemory(OPTIONS, UserHistories.none(), clock);
    users.add("ann", Event.now("1"));
    clock.now = clock.now.minusSeconds(3_600);
    users.add("ann", Event.now("2"));
    assertThat(items(users, "ann")).containsExactly("1", "2");
  }

  @Test
  void a_thread_that_is_interrupted_keeps_its_event_and_harms_no_other() throws IOException {
    try (LiveUsers users = logged()) {
      Thread.currentThread().interrupt();
      users.add("ann", Event.now("1"));
      assertThat(Thread.interrupted()).isTrue();
      users.add("ann", Event.now("2"));
      assertThat(items(users, "ann")).containsExactly("1", "2");
    } finally {
      boolean unused = Thread.interrupted();
    }
    try (LiveUsers users = logged()) {
      assertThat(items(users, "ann")).containsExactly("1", "2");
    }
  }

  @Test
  void two_services_do_not_share_a_log() throws IOException {
    try (LiveUsers users = logged()) {
      assertThatThrownBy(this::logged)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("is open already");
      users.add("ann", Event.now("1"));
    }
    try (LiveUsers users = logged()) {
      assertThat(items(users, "ann")).containsExactly("1");
    }
  }

  @Test
  void a_user_who_leaves_is_in_memory_and_file_no_more() throws IOException {
    try (LiveUsers users = logged()) {
      users.add("ann", Event.now("1"));
      users.add("bob", Event.now("2"));
      users.add("ann", Event.now("3"));
      assertThat(users.forget("ann")).isEqualTo(2);
      assertThat(items(users, "ann")).isEmpty();
      users.add("bob", Event.now("4"));
    }
    assertThat(Files.readString(log())).doesNotContain("ann");
    try (LiveUsers users = logged()) {
      assertThat(items(users, "bob")).containsExactly("2", "4");
    }
  }

  @Test
  void a_file_that_is_no_log_of_events_is_refused_and_stays_as_it_is() throws IOException {
    for (String other : List.of("{}", "notes without an end", "a".repeat(2_000_000))) {
      Files.writeString(log(), other);
      assertThatThrownBy(this::logged)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(log().toString())
          .hasMessageContaining("nothing was changed");
      assertThat(log()).hasContent(other);
    }
    Files.delete(log());
    Files.createDirectory(log());
    assertThatThrownBy(this::logged).hasMessageContaining("is a folder, a pipe or a device");
  }

  @Test
  void a_last_line_of_which_the_disk_made_zeros_is_cut_off() throws IOException {
    Files.write(log(), new byte[100]);
    logged().close();
    assertThat(log()).isEmptyFile();
  }

  @Test
  void an_id_with_half_a_letter_is_the_same_after_a_restart() throws IOException {
    try (LiveUsers users = logged()) {
      users.add("\ud83d", new Event("\udE00 \ud83d\ude00", 7));
    }
    try (LiveUsers users = logged()) {
      assertThat(items(users, "\ud83d")).containsExactly("\udE00 \ud83d\ude00");
      assertThat(items(users, "?")).isEmpty();
    }
  }
}
