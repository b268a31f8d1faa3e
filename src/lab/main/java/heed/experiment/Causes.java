package heed.experiment;

import heed.explain.Example;
import heed.explain.Explainer;
import heed.planted.PlantedLife;
import heed.planted.PlantedTruth;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Questions of a planted log whose answer one known event decided: what no real log can tell.
 *
 * @param questions a history each, and the item that truly came next
 * @param causes the position of the event that decided it, one per question
 */
public record Causes(List<Example> questions, int[] causes) {

  public Causes {
    questions = List.copyOf(questions);
    causes = causes.clone();
    if (questions.isEmpty() || questions.size() != causes.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "there is a cause for each question and at least one, found %d questions and %d"
                  + " causes; does the planted log have a rule?",
              questions.size(),
              causes.length));
    }
  }

  /**
   * The questions whose answer a planted rule decided; of several right answers the first, which is
   * the event that followed the history.
   *
   * @param sequences whose users the holdout is about; the planted log as it was made
   */
  public static Causes of(PlantedTruth truth, Sequences sequences, Holdout holdout) {
    List<Example> questions = new ArrayList<>();
    List<Integer> causes = new ArrayList<>();
    for (int i = 0; i < holdout.size(); i++) {
      Example question = new Example(holdout.histories().get(i), holdout.targets(i)[0]);
      PlantedLife life = truth.life(sequences.user(holdout.users()[i]));
      int position = question.history().length();
      String target = question.history().catalogue().id(question.item());
      if (!life.items().get(position).equals(target)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the planted life has %s where the holdout has %s; give the whole log, unprepared",
                life.items().get(position),
                target));
      }
      if (life.causes().get(position) >= 0) {
        questions.add(question);
        causes.add(life.causes().get(position));
      }
    }
    return new Causes(questions, causes.stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public int[] causes() {
    return causes.clone();
  }

  /** Those that a recommender answers rightly: of others it need not know the cause. */
  public Causes knownTo(Recommender recommender, Seen seen) {
    List<Example> known = new ArrayList<>();
    int[] kept = new int[causes.length];
    for (int i = 0; i < causes.length; i++) {
      Example question = questions.get(i);
      int first = recommender.recommend(question.history(), 1, seen).entries().get(0).item();
      if (first == question.item()) {
        kept[known.size()] = causes[i];
        known.add(question);
      }
    }
    return new Causes(known, Arrays.copyOf(kept, known.size()));
  }

  /** The share of questions for which an explainer gives the most weight to the true cause. */
  public double hitRate(Explainer explainer) {
    int hits = 0;
    for (int i = 0; i < causes.length; i++) {
      Example question = questions.get(i);
      int heaviest = explainer.explain(question.history(), question.item()).order()[0];
      hits += heaviest == causes[i] ? 1 : 0;
    }
    return (double) hits / causes.length;
  }

  /** What guessing hits: the mean of one over the length of a history. */
  public double chance() {
    return questions.stream()
        .mapToDouble(question -> 1.0 / question.history().length())
        .average()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return questions.size() + " questions whose cause is known";
  }
}
