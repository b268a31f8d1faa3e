package heed.evaluation.replay;

import heed.evaluation.Evaluation;
import heed.evaluation.Predictions;
import heed.evaluation.Report;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A log lived again in the order of time. At each training everything is fitted on what had
 * happened by then; until the next one every event is a question, asked with the user's history up
 * to that very event. So one sees how answers age with the time since the last training, and
 * whether it helps that they follow the user meanwhile.
 *
 * @param sequences of all time
 * @param trainings when, ascending; questions are asked from the first on
 * @param knownEvents a user is asked about if she had so many events by the last training
 * @param everyNth of the questions that remain one in so many is asked
 */
public record Replay(Sequences sequences, List<Instant> trainings, int knownEvents, int everyNth) {

  public Replay {
    trainings = List.copyOf(trainings);
    boolean ascending = true;
    for (int i = 1; i < trainings.size(); i++) {
      ascending &= trainings.get(i - 1).isBefore(trainings.get(i));
    }
    if (trainings.isEmpty() || !ascending) {
      throw new IllegalArgumentException(
          "a replay trains at one moment or several, each later than the one before; found "
              + trainings);
    }
    if (knownEvents < 0 || everyNth < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "users have at least 0 events, and at least 1 in 1 question is asked; found %d and %d",
              knownEvents,
              everyNth));
    }
  }

  /** Trained once, at this moment; all that comes later is asked. */
  public static Replay of(Sequences sequences, Instant training) {
    return new Replay(sequences, List.of(training), 0, 1);
  }

  /**
   * Trained at a moment and again after each period, as long as there are events.
   *
   * @param period at least a second
   */
  public static Replay every(Sequences sequences, Instant first, Duration period) {
    if (period.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "trainings lie a second or more apart, found " + period + "; choose such as a day");
    }
    List<Instant> trainings = new ArrayList<>();
    for (Instant at = first;
        trainings.isEmpty() || at.getEpochSecond() <= sequences.lastTime();
        at = at.plus(period)) {
      trainings.add(at);
    }
    return new Replay(sequences, trainings, 0, 1);
  }

  /** Asks only about users who had so many events by the last training. */
  public Replay withKnownEvents(int knownEvents) {
    return new Replay(sequences, trainings, knownEvents, everyNth);
  }

  /** Asks one question in so many, which saves time and widens intervals. */
  public Replay withEveryNth(int everyNth) {
    return new Replay(sequences, trainings, knownEvents, everyNth);
  }

  /**
   * Lives through it. Trainings without a question behind them are left out.
   *
   * @throws IllegalArgumentException if nothing is asked, or if a training gives other recommenders
   *     than the one before
   */
  public ReplayReport run(Retraining retraining) {
    List<Part> parts = parts();
    Holdout all = Joined.holdouts(parts.stream().map(Part::questions).toList());
    if (all.size() == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "no event behind %s is a question about a user with %d events before it; train"
                  + " earlier, or ask about users with fewer",
              trainings.get(0),
              knownEvents));
    }
    Seen seen = Evaluation.of(all).seen();
    List<List<Predictions>> answers = new ArrayList<>();
    for (Part part : parts) {
      Evaluation evaluation = Evaluation.of(part.questions()).withSeen(seen);
      List<Recommender> recommenders = retraining.fit(part.before(), part.at());
      answers.add(recommenders.stream().map(evaluation::answers).toList());
    }
    Report report = new Report(all, seen, OptionalInt.empty(), Joined.predictions(answers));
    return new ReplayReport(report, sinceTraining(parts));
  }

  /** A training, and what is asked until the next one. */
  private record Part(Instant at, Sequences before, Holdout questions) {}

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    int[] from = new int[sequences.size()];
    int asked = 0;
    for (int i = 0; i < trainings.size(); i++) {
      int[] known = firstFrom(trainings.get(i).getEpochSecond());
      boolean last = i + 1 == trainings.size();
      int[] ends = firstFrom(last ? Long.MAX_VALUE : trainings.get(i + 1).getEpochSecond());
      Holdout.Builder questions = new Holdout.Builder(sequences);
      for (int user = 0; user < known.length; user++) {
        for (int position = known[user]; position < ends[user]; position++) {
          if (known[user] >= knownEvents && asked++ % everyNth == 0) {
            questions.ask(user, 0, position);
          }
        }
      }
      Holdout built = questions.build();
      if (built.size() > 0) {
        parts.add(new Part(trainings.get(i), sequences.slice(from, known), built));
      }
    }
    return parts;
  }

  /** Of each user the position of the first event at or after a moment. */
  private int[] firstFrom(long moment) {
    int[] first = new int[sequences.size()];
    for (int user = 0; user < first.length; user++) {
      while (first[user] < sequences.length(user) && sequences.time(user, first[user]) < moment) {
        first[user]++;
      }
    }
    return first;
  }

  private static long[] sinceTraining(List<Part> parts) {
    return parts.stream()
        .flatMapToLong(
            part ->
                IntStream.range(0, part.questions().size())
                    .mapToLong(q -> part.questions().time(q) - part.at().getEpochSecond()))
        .toArray();
  }
}
