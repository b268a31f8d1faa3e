package heed.explain;

import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is to be explained: why this item after this history?
 *
 * @param history at least one event
 * @param item in 1..N
 */
public record Example(History history, int item) {

  public Example {
    if (history.length() == 0) {
      throw new IllegalArgumentException("there is nothing to explain about an empty history");
    }
    if (item < 1 || item > history.catalogue().size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "items are 1 to %d, asked about %d", history.catalogue().size(), item));
    }
  }

  /** Of each history that has an event, the item that the recommender puts first. */
  public static List<Example> ofAnswers(
      Recommender recommender, List<History> histories, Seen seen) {
    List<Example> questions = new ArrayList<>();
    for (History history : histories) {
      if (history.length() > 0) {
        int first = recommender.recommend(history, 1, seen).entries().get(0).item();
        questions.add(new Example(history, first));
      }
    }
    return questions;
  }
}
