package heed.decision;

import heed.datasets.KnownSet;
import heed.datasets.OnlineRetail;
import heed.log.Interactions;
import heed.log.KCore;
import heed.log.Step;
import heed.notebook.Course;
import heed.preparation.DuplicateKey;
import heed.preparation.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The log that a report is about, before and after it is cleaned.
 *
 * @param file where it stands
 * @param raw as it was read
 * @param log after recorded steps
 */
record ReportLog(Path file, Interactions raw, Interactions log) {

  private static final int CORE = 5;
  private static final int SMALL_CORE = 2;

  /** Fewer users than that are too few to leave more of them out. */
  private static final int FEW_USERS = 100;

  /** Reads the file, or the folder of a known set, that the environment names. */
  static ReportLog read(Course course) {
    Path told = course.file();
    Optional<KnownSet> known = knownSet(told);
    if (known.isEmpty()) {
      Interactions raw = course.log();
      return new ReportLog(told, raw, cleaned(raw, usual(raw)));
    }
    KnownSet set = known.get();
    Interactions raw = set.read(told).log();
    List<Step> steps =
        set == KnownSet.ONLINE_RETAIL_II
            ? new ArrayList<>(OnlineRetail.cleaning().steps())
            : usual(raw);
    return new ReportLog(told.resolve(set.files().get(0)), raw, cleaned(raw, steps));
  }

  /** The set whose files a folder holds; empty for a file, and for a folder of other files. */
  static Optional<KnownSet> knownSet(Path folder) {
    return Arrays.stream(KnownSet.values())
        .filter(set -> Files.isRegularFile(folder.resolve(set.files().get(0))))
        .findFirst();
  }

  /** Rows that stand twice go, and what was given back. */
  private static List<Step> usual(Interactions raw) {
    List<Step> steps = new ArrayList<>();
    double[] values = raw.events().values();
    if (Arrays.stream(values).anyMatch(value -> value < 0)) {
      Arrays.stream(values)
          .filter(value -> value > 0)
          .min()
          .ifPresent(least -> steps.add(Steps.atLeast(least)));
    }
    steps.add(Steps.keepFirst(DuplicateKey.USER_ITEM_AND_TIME));
    return steps;
  }

  /** The 5-core, of a small log what has at least two events. */
  static Interactions cleaned(Interactions raw, List<Step> steps) {
    Interactions log = raw.prepared(steps.toArray(Step[]::new));
    Interactions core = core(log, CORE);
    return core.measure().users() >= FEW_USERS ? core : core(log, SMALL_CORE);
  }

  /** What the steps do not tell by themselves. */
  String remarks() {
    String remarks = "";
    double[] values = raw.events().values();
    if (values.length > 0 && Arrays.stream(values).allMatch(value -> value < 0)) {
      remarks +=
          " All values are below 0, so that nothing tells what was taken from what was given back;"
              + " every row counts as taken.";
    }
    if (log.steps().stream().noneMatch(taken -> taken.step().endsWith("-core"))) {
      remarks +=
          String.format(
              Locale.ROOT,
              " No %d-core is left of it, so that users and items with one event stay.",
              SMALL_CORE);
    }
    return remarks;
  }

  private static Interactions core(Interactions log, int k) {
    KCore step = new KCore(k);
    return step.of(log).size() == 0 ? log : log.prepared(step);
  }
}
