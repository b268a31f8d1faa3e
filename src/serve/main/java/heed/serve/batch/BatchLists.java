package heed.serve.batch;

import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.recommend.rule.BoundRules;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.serve.Model;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * The lists of many users, by the rules of a model, written to one file. Memory holds some hundred
 * lists at a time, however many users there are.
 *
 * <p>While it is written the file is called as in the end with {@code .part} behind it. A batch
 * that was stopped is gone on with by calling {@link #write} again with the same model and users;
 * what was in the file is not computed twice.
 *
 * @param model who recommends, and by which rules
 * @param k how many items, at least 1
 * @param seen whether items of a history may be recommended again
 * @param format how lists stand in the file
 */
public record BatchLists(Model model, int k, Seen seen, ListFormat format) {

  private static final int AT_ONCE = 512;

  public BatchLists {
    if (k < 1) {
      throw new IllegalArgumentException("a list holds at least 1 item, asked for " + k);
    }
  }

  /** Ten unseen items for each user, as CSV. */
  public static BatchLists of(Model model) {
    return new BatchLists(model, 10, Seen.EXCLUDED, ListFormat.csv());
  }

  public BatchLists withK(int k) {
    return new BatchLists(model, k, seen, format);
  }

  public BatchLists withFormat(ListFormat format) {
    return new BatchLists(model, k, seen, format);
  }

  /**
   * Writes the list of every user, in their order.
   *
   * @param users over an equal catalogue; those without events get what the fallback says
   * @throws IllegalArgumentException if an unfinished file is of another batch
   */
  public void write(Sequences users, Path file, BatchProgress progress) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Path note = file.resolveSibling(file.getFileName() + ".part.json");
    Checkpoint reached = Checkpoint.read(note, part, owner(users));
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.truncate(reached.bytes());
      out.position(reached.bytes());
      append(out, reached.bytes() == 0 ? format.header() : "");
      BoundRules rules = model.rules().on(model.items());
      for (int from = reached.users(); from < users.size(); from += AT_ONCE) {
        int to = Math.min(users.size(), from + AT_ONCE);
        append(out, lists(users, from, to, rules));
        out.force(false); // What the note promises is on the disk before the note is.
        new Checkpoint(reached.owner(), to, out.position()).write(note);
        progress.done(to, users.size());
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(note);
  }

  private String owner(Sequences users) {
    return String.format(
        Locale.ROOT,
        "%s, %d items, %s, %s, %d users with histories %08x, catalogue %s",
        model.version(),
        k,
        seen,
        format,
        users.size(),
        checksum(users),
        users.catalogue().fingerprint());
  }

  /** Of who they are and what they met: another day's users may be as many. */
  private static long checksum(Sequences users) {
    CRC32C checksum = new CRC32C();
    for (int user = 0; user < users.size(); user++) {
      History history = users.history(user);
      byte[] id = users.user(user).getBytes(StandardCharsets.UTF_8);
      ByteBuffer numbers = ByteBuffer.allocate(Integer.BYTES * (2 + history.length()));
      numbers.putInt(id.length).putInt(history.length());
      for (int event = 0; event < history.length(); event++) {
        numbers.putInt(history.item(event));
      }
      checksum.update(id);
      checksum.update(numbers.flip());
    }
    return checksum.getValue();
  }

  private static void append(FileChannel out, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private String lists(Sequences users, int from, int to, BoundRules rules) {
    String[] lists = new String[to - from];
    List<Integer> known = new ArrayList<>();
    List<Integer> unknown = new ArrayList<>();
    for (int user = from; user < to; user++) {
      (users.history(user).length() == 0 ? unknown : known).add(user);
    }
    score(model.recommender(), users, known, from, rules, lists);
    score(model.fallback(), users, unknown, from, rules, lists);
    return String.join("", lists);
  }

  private void score(
      Recommender scorer,
      Sequences users,
      List<Integer> some,
      int from,
      BoundRules rules,
      String[] lists) {
    List<History> histories = some.stream().map(users::history).toList();
    scorer.score(
        histories,
        (row, scores) -> {
          int user = some.get(row);
          lists[user - from] =
              format.lines(
                  users.user(user),
                  rules.choose(scorer.name(), histories.get(row), scores, k, seen));
        });
  }
}
