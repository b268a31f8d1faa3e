package heed.evaluation.checkup;

import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Leaks;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Five items, two users to learn from, and recommenders that say what they are told to say. */
public final class TinyCheckUp {

  public static final Catalogue FIVE = Catalogue.of(List.of("a", "b", "c", "d", "e"), Map.of());

  static final Sequences TRAIN =
      Sequences.of(
          FIVE,
          List.of("u", "v"),
          List.of(
              History.of(FIVE, items(1, 2), times(1, 2)),
              History.of(FIVE, items(3, 5), times(1, 20))));

  /** Knows that everybody takes item 3, and scores nothing else. */
  public static final Recommender SAYS_3 = says(row -> row == 3 ? 1 : 0);

  private TinyCheckUp() {}

  public static Suspicion finding(CheckUp found, String what) {
    return found.suspicions().stream()
        .filter(one -> one.what().startsWith(what))
        .findFirst()
        .orElseThrow();
  }

  public static Split.Parts split(Holdout test) {
    return new Split.Parts("planted", TRAIN, test, test, Leaks.of(TRAIN, test));
  }

  public static History history(int... items) {
    return History.untimed(FIVE, items);
  }

  public static int[] items(int... items) {
    return items;
  }

  public static long[] times(long... times) {
    return times;
  }

  interface Score {
    float of(int item);
  }

  public static float[] row(Score score) {
    float[] row = new float[6];
    IntStream.rangeClosed(1, 5).forEach(item -> row[item] = score.of(item));
    return row;
  }

  public static Recommender says(Score score) {
    return new Named() {
      @Override
      public float[][] score(List<History> histories) {
        return histories.stream().map(one -> row(score)).toArray(float[][]::new);
      }
    };
  }

  abstract static class Named implements Recommender {
    @Override
    public String name() {
      return "planted";
    }

    @Override
    public Catalogue catalogue() {
      return FIVE;
    }
  }
}
