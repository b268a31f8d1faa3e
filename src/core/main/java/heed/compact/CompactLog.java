package heed.compact;

import heed.file.ArrayFile;
import heed.file.ArrayType;
import heed.file.MappedArray;
import heed.file.RecordCodec;
import heed.log.StepTaken;
import heed.sequence.Catalogue;
import heed.sequence.Sequences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A log of any size in one file, prepared, numbered and sorted, ready to be split and trained on:
 * eight bytes per event, nine where it tells types of events, and the ids and titles of users and
 * items.
 *
 * <p>{@link #open} maps the file into memory. Its {@link #sequences()} are equal to those in memory
 * to the last bit and can be used wherever those can; the heap holds two numbers per user and the
 * catalogue, and the system's cache as many of the events as there is room for. The file is
 * safetensors, so that Python opens it, too. It must not be changed in place while it is open.
 *
 * @see heed.sequence.Split
 */
public final class CompactLog {

  private final ArrayFile file;
  private final Sequences sequences;
  private final List<StepTaken> steps;

  private CompactLog(ArrayFile file, Sequences sequences, List<StepTaken> steps) {
    this.file = file;
    this.sequences = sequences;
    this.steps = steps;
  }

  /** The steps of a preparation as text. */
  private record Steps(List<StepTaken> steps) {}

  /** Adds all users of a log to its file. */
  @FunctionalInterface
  public interface Content {
    void to(CompactWriter out) throws IOException;
  }

  /** Writes sequences that are in memory; the folder is made if it is not there. */
  public static void write(Path file, Sequences sequences) throws IOException {
    CompactLayout layout =
        new CompactLayout(
            sequences.catalogue(),
            sequences.size(),
            sequences.events(),
            sequences.firstTime(),
            sequences.lastTime(),
            sequences.types());
    write(file, layout, sequences.hasTimes(), List.of(), out -> out.add(sequences));
  }

  /**
   * Writes a log some users at a time, whole or not at all.
   *
   * @param users how many will come
   * @param events how many they have
   * @param firstTime in seconds since 1970; no event is earlier
   * @param lastTime in seconds since 1970; no event is later
   * @param types of events that are told apart; none where the log tells none
   * @param steps what was done to the log
   */
  public static void write(
      Path file,
      Catalogue catalogue,
      int users,
      int events,
      long firstTime,
      long lastTime,
      List<String> types,
      List<StepTaken> steps,
      Content content)
      throws IOException {
    write(
        file,
        new CompactLayout(catalogue, users, events, firstTime, lastTime, List.copyOf(types)),
        true,
        steps,
        content);
  }

  private static void write(
      Path file, CompactLayout layout, boolean hasTimes, List<StepTaken> steps, Content content)
      throws IOException {
    ArrayFile.write(
        file,
        CompactLayout.KIND,
        layout.texts(hasTimes, RecordCodec.plain().write(new Steps(steps))),
        layout.plans(),
        out -> content.to(new CompactWriter(layout, out)));
  }

  /**
   * Maps a log. All but the events is read and held against its checksums; the events are not, see
   * {@link #check}.
   *
   * @throws heed.file.UnreadableFileException if the file is none, cut off, or of another version
   */
  public static CompactLog open(Path path) throws IOException {
    ArrayFile file = ArrayFile.map(path, CompactLayout.KIND);
    CompactLayout.READ_AT_ONCE.forEach(file::check);
    MappedEvents events = new MappedEvents(file);
    MappedArray stored = file.array(CompactLayout.OFFSETS, ArrayType.I32);
    int[] offsets = new int[Math.toIntExact(stored.size())];
    stored.get(0, offsets);
    try {
      Sequences sequences =
          Sequences.of(
              catalogue(file),
              new MappedTexts(file, CompactLayout.USER_IDS),
              offsets,
              events,
              Boolean.parseBoolean(file.text(CompactLayout.HAS_TIMES)));
      Steps steps = RecordCodec.plain().read(file.text(CompactLayout.STEPS), Steps.class);
      return new CompactLog(file, sequences, List.copyOf(steps.steps));
    } catch (IllegalArgumentException broken) {
      throw file.refused(broken.getMessage(), "a log as Heed writes it");
    }
  }

  private static Catalogue catalogue(ArrayFile file) {
    List<String> ids = List.copyOf(new MappedTexts(file, CompactLayout.ITEM_IDS));
    List<String> titles = new MappedTexts(file, CompactLayout.TITLES);
    List<String> kinds = new MappedTexts(file, CompactLayout.KINDS);
    MappedArray offsets = file.array(CompactLayout.KIND_OFFSETS, ArrayType.I32);
    Map<String, String> titleOf = new HashMap<>();
    Map<String, List<String>> kindsOf = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      titleOf.put(ids.get(i), titles.get(i));
      kindsOf.put(ids.get(i), kinds.subList(offsets.getInt(i), offsets.getInt(i + 1L)));
    }
    Catalogue catalogue = Catalogue.of(ids, titleOf);
    return kinds.isEmpty() ? catalogue : catalogue.withKinds(kindsOf::get);
  }

  /** The histories of all users, for {@link heed.sequence.Split} and all that follows. */
  public Sequences sequences() {
    return sequences;
  }

  /** What was done to the log before it was written, first to last. */
  public List<StepTaken> steps() {
    return steps;
  }

  /**
   * Reads the whole file and holds it against its checksums: for a copy that comes from elsewhere.
   *
   * @throws heed.file.UnreadableFileException if it is damaged
   */
  public void check() {
    file.check();
  }

  @Override
  public String toString() {
    return file.file().getFileName() + ": " + sequences;
  }
}
