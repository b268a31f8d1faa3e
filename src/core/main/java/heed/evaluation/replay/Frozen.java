package heed.evaluation.replay;

import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.time.Instant;
import java.util.List;

/**
 * A recommender that knows nothing of what a user did since a moment: lists computed at midnight
 * and shown all day. Of somebody who came later it knows nothing at all.
 *
 * <p>An evaluation still leaves out what the user met since, as a shop does that filters what was
 * bought; so being stale costs fit, and not repeated films.
 *
 * @param recommender who answers
 * @param at the first moment of which nothing is known
 */
public record Frozen(Recommender recommender, Instant at) implements Recommender {

  @Override
  public String name() {
    return recommender.name() + ", stale";
  }

  @Override
  public Catalogue catalogue() {
    return recommender.catalogue();
  }

  @Override
  public float[][] score(List<History> histories) {
    requireOwn(histories);
    return recommender.score(histories.stream().map(this::known).toList());
  }

  private History known(History history) {
    int length = history.length();
    while (length > 0 && history.time(length - 1) >= at.getEpochSecond()) {
      length--;
    }
    return history.withoutLast(history.length() - length);
  }
}
