package heed.datasets;

import heed.log.Interactions;
import heed.log.Preparation;
import heed.preparation.DuplicateKey;
import heed.preparation.Steps;
import java.nio.file.Path;

/**
 * The purchases of the customers of an online shop for gifts, which come with Heed in {@code
 * data/online-retail-ii}: {@link KnownSet#ONLINE_RETAIL_II} reads the lines of its invoices as they
 * are, this class makes a log of them that a recommender can learn from.
 */
public final class OnlineRetail {

  /** Codes of articles begin with five digits; POST, M, D and TEST001 are no articles. */
  private static final String ARTICLES = "\\d{5}.*";

  /** Somebody half of whose lines are of more than two dozen pieces buys to sell. */
  private static final double PIECES = 24;

  private OnlineRetail() {}

  /** Reads the lines that have a customer, cleaned; {@link Interactions#steps} says how. */
  public static Interactions read(Path folder) {
    return KnownSet.ONLINE_RETAIL_II.read(folder).log().prepared(cleaning());
  }

  /**
   * How the lines are cleaned: returns and write-offs go, and what is no article, and customers who
   * resell; of several lines of an article in one invoice the first stays.
   */
  public static Preparation cleaning() {
    return Preparation.of(
        Steps.atLeast(1),
        Steps.itemsMatching(ARTICLES),
        Steps.usersWithMedianAtMost(PIECES),
        Steps.keepFirst(DuplicateKey.USER_ITEM_AND_TIME));
  }
}
