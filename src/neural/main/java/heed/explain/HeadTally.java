package heed.explain;

import heed.evaluation.significance.PairedTest;
import heed.model.AttentionLayer;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What one head looked at, user by user, until its profile is asked for. */
final class HeadTally {

  /** Events further back than this are taken together. */
  static final int DISTANCES = 20;

  /** What counts as recent. */
  private static final int RECENT = 5;

  private static final double LEVEL = 0.01;

  /** So many rounds that the least p-value stays below the level when all that was tried counts. */
  private static final PairedTest TEST = new PairedTest(20_000, 1);

  /** A head is named after one place or the recent ones if it gives them so much, */
  private static final double MAINLY = 0.4;

  /** and so much more than equal weights would. */
  private static final double MORE = 0.15;

  /** A head is named after a kind of item if it gives that so much more than place explains. */
  private static final double KIND = 0.05;

  private final List<Look> looks = new ArrayList<>();

  /**
   * One user's look.
   *
   * @param weights one per event, summing to 1; what a question keeps for itself is left out
   * @param alike which events are like the latest, that one left out
   * @param gaps of each event to the latest, by place among the gaps
   */
  private record Look(double[] weights, boolean[] alike, int[] gaps) {

    /** The share of the event so far back, 1 the latest. */
    double back(int steps) {
      return steps > weights.length ? 0 : weights[weights.length - steps];
    }

    double evenBack(int steps) {
      return steps > weights.length ? 0 : 1.0 / weights.length;
    }

    double recent() {
      return IntStream.rangeClosed(1, RECENT).mapToDouble(this::back).sum();
    }

    double evenRecent() {
      return IntStream.rangeClosed(1, RECENT).mapToDouble(this::evenBack).sum();
    }
  }

  /** Adds what the asked place took from each event. */
  void add(float[] row, History read, HeadProfiles.Alike alike) {
    int length = read.length();
    double sum = 0;
    for (int event = 0; event < length; event++) {
      sum += row[event];
    }
    double[] weights = new double[length];
    boolean[] same = new boolean[length];
    int[] gaps = new int[length];
    for (int event = 0; event < length; event++) {
      weights[event] = sum == 0 ? 1.0 / length : row[event] / sum;
      same[event] = event < length - 1 && alike.test(read.item(event), read.item(length - 1));
      gaps[event] = TimeGap.place(read.time(length - 1) - read.time(event));
    }
    looks.add(new Look(weights, same, gaps));
  }

  HeadProfile profile(AttentionLayer layer, int head, String kind) {
    double[] byDistance = new double[DISTANCES + 1];
    double[] evenByDistance = new double[DISTANCES + 1];
    double[] byGap = new double[TimeGap.values().length];
    double[] evenByGap = new double[byGap.length];
    double entropy = 0;
    for (Look look : looks) {
      int length = look.weights.length;
      for (int event = 0; event < length; event++) {
        int distance = Math.min(length - 1 - event, DISTANCES);
        double weight = look.weights[event] / looks.size();
        double even = 1.0 / length / looks.size();
        byDistance[distance] += weight;
        evenByDistance[distance] += even;
        byGap[look.gaps[event]] += weight;
        evenByGap[look.gaps[event]] += even;
      }
      entropy += entropy(look.weights) / looks.size();
    }
    return new HeadProfile(
        layer, head, byDistance, evenByDistance, byGap, evenByGap, entropy, specialty(kind));
  }

  private static double entropy(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum -= weight <= 0 ? 0 : weight * Math.log(weight);
    }
    return sum / Math.log(weights.length);
  }

  /** The first that holds: one place, a kind of item, the recent events. */
  private Optional<HeadProfile.Specialty> specialty(String kind) {
    double[] profile = new double[DISTANCES + 1];
    for (Look look : looks) {
      for (int event = 0; event < look.weights.length; event++) {
        int distance = Math.min(look.weights.length - 1 - event, DISTANCES);
        profile[distance] += look.weights[event] / looks.size();
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int back = 1; back <= DISTANCES; back++) {
      int steps = back;
      candidates.add(
          candidate(
              back == 1 ? "the latest item" : "the item " + back + " back",
              look -> look.back(steps),
              look -> look.evenBack(steps),
              MAINLY,
              MORE));
    }
    candidates.add(
        candidate(kind, HeadTally::ofKind, look -> ofKindByPlace(look, profile), 0, KIND));
    candidates.add(candidate("the last " + RECENT, Look::recent, Look::evenRecent, MAINLY, MORE));
    double[] adjusted =
        PairedTest.holm(candidates.stream().mapToDouble(Candidate::pValue).toArray());
    for (int i = 0; i < adjusted.length; i++) {
      Candidate candidate = candidates.get(i);
      if (candidate.enough() && adjusted[i] < LEVEL) {
        return Optional.of(
            new HeadProfile.Specialty(
                candidate.what, candidate.share, candidate.expected, adjusted[i]));
      }
    }
    return Optional.empty();
  }

  private record Candidate(
      String what, double share, double expected, double pValue, boolean enough) {}

  private Candidate candidate(
      String what,
      ToDoubleFunction<Look> share,
      ToDoubleFunction<Look> expected,
      double mainly,
      double more) {
    double[] found = looks.stream().mapToDouble(share).toArray();
    double[] anyway = looks.stream().mapToDouble(expected).toArray();
    double mean = Arrays.stream(found).average().orElseThrow();
    double expectedMean = Arrays.stream(anyway).average().orElseThrow();
    boolean enough = mean >= mainly && mean - expectedMean >= more;
    // Only what would be named is tested; the others count as tried all the same.
    double p = enough ? TEST.pValue(found, anyway, IntStream.range(0, found.length).toArray()) : 1;
    return new Candidate(what, mean, expectedMean, p, enough);
  }

  /** The share of events like the latest, among all before it. */
  private static double ofKind(Look look) {
    return ofKind(look, look.weights);
  }

  /** What that would be if the head knew nothing but how far back an event is. */
  private static double ofKindByPlace(Look look, double[] profile) {
    double[] weights = new double[look.weights.length];
    for (int event = 0; event < weights.length; event++) {
      weights[event] = profile[Math.min(weights.length - 1 - event, DISTANCES)];
    }
    return ofKind(look, weights);
  }

  private static double ofKind(Look look, double[] weights) {
    double alike = 0;
    double all = 0;
    for (int event = 0; event < weights.length - 1; event++) {
      alike += look.alike[event] ? weights[event] : 0;
      all += weights[event];
    }
    return all == 0 ? 0 : alike / all;
  }
}
