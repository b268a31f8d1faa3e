package heed.planted;

import heed.log.Ids;
import heed.log.Interactions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A log and what is behind it.
 *
 * @param log users u1, u2, ... one after the other, each in the order of time; no values
 * @param truth what decided each event
 */
public record PlantedLog(Interactions log, PlantedTruth truth) {

  private static final long MILLISECONDS = 1_000;

  static PlantedLog of(Planted plan, long seed) {
    PlantedWorld world = PlantedWorld.of(plan, seed);
    return new PlantedLog(log(world, plan + "; seed " + seed), new PlantedTruth(world));
  }

  private static Interactions log(PlantedWorld world, String name) {
    int rows = world.plan().people().events();
    int[] users = new int[rows];
    int[] items = new int[rows];
    int[] sessions = new int[rows];
    long[] times = new long[rows];
    List<String> sessionNames = new ArrayList<>();
    PlantedWalk walk = new PlantedWalk(world);
    for (int user = 0; user < world.users(); user++) {
      walk.begin(user);
      int first = sessionNames.size();
      for (int i = 0; i < world.length(user); i++) {
        walk.step();
        if (walk.past().sessionStart(i) == i) {
          int number = sessionNames.size() - first + 1;
          sessionNames.add(PlantedWorld.userName(user) + "." + number);
        }
        int row = world.offsets()[user] + i;
        users[row] = user;
        items[row] = walk.past().item(i);
        times[row] = walk.past().time(i);
        sessions[row] = sessionNames.size() - 1;
      }
    }
    return Interactions.of(
            name,
            Ids.of(users, names(world.users(), PlantedWorld::userName)),
            Ids.of(items, names(world.items().size(), PlantedWorld::itemName)),
            times)
        .withSessions(Ids.of(sessions, sessionNames));
  }

  private static List<String> names(int count, IntFunction<String> name) {
    return IntStream.range(0, count).mapToObj(name).toList();
  }

  /**
   * What every item that could be chosen is called, by id: two words of its topic, one that says
   * nothing, and its number.
   */
  public Map<String, String> titles() {
    PlantedWords words = new PlantedWords(truth.world());
    Map<String, String> titles = new LinkedHashMap<>();
    for (int item = 0; item < truth.world().items().size(); item++) {
      titles.put(PlantedWorld.itemName(item), words.title(item));
    }
    return titles;
  }

  /**
   * The words of every item that could be chosen: item, title, and tags separated by a bar. Items
   * of a topic share a vocabulary; nothing else tells the topic of an item never met.
   */
  public Table words() {
    PlantedWords words = new PlantedWords(truth.world());
    StringColumn ids = StringColumn.create("item");
    StringColumn titles = StringColumn.create("title");
    StringColumn tags = StringColumn.create("tags");
    for (int item = 0; item < truth.world().items().size(); item++) {
      ids.append(PlantedWorld.itemName(item));
      titles.append(words.title(item));
      tags.append(words.tags(item));
    }
    return Table.create("words of planted items", ids, titles, tags);
  }

  /**
   * Writes the log as a CSV file with the header {@code user,item,time,session}, times in seconds
   * since 1970: for other programs, and to read it again.
   */
  public void writeCsv(Path path) {
    try (BufferedWriter writer = Files.newBufferedWriter(path)) {
      Ids sessions = log.sessions().orElseThrow();
      writer.write("user,item,time,session\n");
      for (int row = 0; row < log.size(); row++) {
        writer.append(log.users().get(row)).append(',');
        writer.append(log.items().get(row)).append(',');
        writer.append(Long.toString(log.time(row) / MILLISECONDS)).append(',');
        writer.append(sessions.get(row)).append('\n');
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("could not write " + path, failed);
    }
  }

  @Override
  public String toString() {
    return truth.plan().toString();
  }
}
