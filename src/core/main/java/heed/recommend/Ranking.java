package heed.recommend;

import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Items in the order of their scores, for one history.
 *
 * @param recommender who ranked
 * @param history what it was asked about
 * @param entries best first
 */
public record Ranking(String recommender, History history, List<Entry> entries) {

  /**
   * One recommended item.
   *
   * @param rank its place, from 1
   * @param item its number in the catalogue
   * @param id its id in the log
   * @param title what it is called
   * @param score its score; only the order within a ranking means anything
   */
  public record Entry(int rank, int item, String id, String title, float score) {}

  public Ranking {
    entries = List.copyOf(entries);
  }

  /**
   * The best {@code k} of a row of scores. Equal scores rank by item number, so that a ranking is
   * repeatable; metrics do not rely on that (see {@code heed.evaluation}). A score that is not a
   * number is never among them.
   *
   * @param scores N + 1 scores, item i at index i
   */
  public static Ranking of(String recommender, History history, float[] scores, int k, Seen seen) {
    Catalogue catalogue = history.catalogue();
    TopItems.requirePlaces(k);
    if (scores.length != catalogue.size() + 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s gave %,d scores for a catalogue of %,d items; expected %,d (index 0 is padding)",
              recommender,
              scores.length,
              catalogue.size(),
              catalogue.size() + 1));
    }
    boolean[] excluded = new boolean[scores.length];
    excluded[0] = true;
    for (int i = 0; seen == Seen.EXCLUDED && i < history.length(); i++) {
      excluded[history.item(i)] = true;
    }
    List<Entry> entries = new ArrayList<>();
    for (int item : new TopItems(Math.min(k, catalogue.size())).of(scores, excluded)) {
      entries.add(
          new Entry(
              entries.size() + 1, item, catalogue.id(item), catalogue.title(item), scores[item]));
    }
    return new Ranking(recommender, history, entries);
  }

  /** A list of the best items, as they were found. */
  public static Ranking of(String recommender, History history, BestItems best) {
    Catalogue catalogue = history.catalogue();
    List<Entry> entries = new ArrayList<>();
    for (int place = 0; place < best.size(); place++) {
      int item = best.item(place);
      entries.add(
          new Entry(place + 1, item, catalogue.id(item), catalogue.title(item), best.score(place)));
    }
    return new Ranking(recommender, history, entries);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(recommender + " after " + history + ":");
    for (Entry entry : entries) {
      text.append(String.format(Locale.ROOT, "%n%3d  %s", entry.rank(), entry.title()));
    }
    return text.toString();
  }
}
