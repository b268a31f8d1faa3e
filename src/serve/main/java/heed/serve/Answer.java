package heed.serve;

import heed.explain.AttentionMap;
import heed.recommend.Ranking;
import heed.sequence.History;
import java.util.List;
import java.util.Optional;

/**
 * A list, and how it came about.
 *
 * @param ranking the items, best first, and the history that was read
 * @param model the version of the model that answered
 * @param source what it rests on
 * @param warnings what somebody should know, such as items that the catalogue lacks
 * @param reasons of each item of the list in order, if asked for; else empty
 * @param attention over the history, if asked for and the network attends
 */
public record Answer(
    Ranking ranking,
    String model,
    Source source,
    List<String> warnings,
    List<List<Reason>> reasons,
    Optional<AttentionMap> attention) {

  /** What a list rests on. */
  public enum Source {
    /** The user's history. */
    HISTORY,
    /** Nothing that is known of the user: the model's fallback answered. */
    FALLBACK,
    /** One item, to which those of the list are similar. */
    ITEM
  }

  /**
   * An event that spoke for a recommended item.
   *
   * @param item its id
   * @param title what it is called
   * @param share of all that spoke for the item, in (0, 1]
   */
  public record Reason(String item, String title, double share) {}

  public Answer {
    warnings = List.copyOf(warnings);
    reasons = reasons.stream().map(List::copyOf).toList();
  }

  /** The ids of the items, best first. */
  public List<String> ids() {
    return ranking.entries().stream().map(Ranking.Entry::id).toList();
  }

  /** The history that was read, without items that the catalogue lacks. */
  public History history() {
    return ranking.history();
  }
}
