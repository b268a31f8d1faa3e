package heed.serve.live;

import static org.assertj.core.api.Assertions.assertThat;

import heed.serve.Event;
import heed.serve.UserHistories;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service that is killed keeps every event that it said was kept. */
class KilledProcessTest {

  private static final LiveOptions OPTIONS = new LiveOptions(10, 10_000_000, Duration.ofDays(1));

  /** More with -Dheed.kills=100; each starts a JVM. */
  private static final int KILLS = Integer.getInteger("heed.kills", 5);

  @TempDir private Path folder;

  /** Adds numbers behind those in the log, and says each as soon as it is kept. */
  static final class Child {

    private Child() {}

    public static void main(String[] arguments) throws IOException {
      PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      LiveUsers users =
          LiveUsers.logged(OPTIONS, UserHistories.none(), Path.of(arguments[0]), false);
      for (int next = users.of("ann").size(); ; next++) {
        users.add("ann", Event.now(Integer.toString(next)));
        said.println(next);
      }
    }
  }

  @Test
  @Timeout(600)
  void nothing_that_was_kept_is_lost_by_a_kill() throws Exception {
    Path log = folder.resolve("events.jsonl");
    int kept = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int said = killed(log, kept + 1 + 37 * kill);
      try (LiveUsers users = LiveUsers.logged(OPTIONS, UserHistories.none(), log, false)) {
        List<Event> events = users.of("ann");
        for (int i = 0; i < events.size(); i++) {
          assertThat(events.get(i).item()).isEqualTo(Integer.toString(i));
        }
        assertThat(events.size()).as("said to be kept, then killed").isGreaterThan(said);
        kept = events.size();
      }
    }
  }

  /** Kills a child once it has said a number, and returns the last that it said. */
  private int killed(Path log, int atLeast) throws Exception {
    Path said = folder.resolve("said.txt");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                log.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(said.toFile())
            .start();
    while (child.isAlive() && last(said) < atLeast) {
      Thread.sleep(1);
    }
    assertThat(child.isAlive()).as("the child still adds").isTrue();
    child.destroyForcibly().waitFor(); // SIGKILL: no shutdown hook runs.
    return last(said);
  }

  /** The last number that was written whole; -1 if there is none. */
  private static int last(Path said) throws IOException {
    String text = Files.readString(said);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1).strip();
    return whole.isEmpty() ? -1 : Integer.parseInt(whole.substring(whole.lastIndexOf('\n') + 1));
  }
}
