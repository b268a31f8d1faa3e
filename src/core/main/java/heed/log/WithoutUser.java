package heed.log;

import java.util.Collections;
import java.util.Locale;
import java.util.Objects;

/**
 * The log without one user and what is known of her. Her id is in no name or text, so no record of
 * a run tells it; nor do the reasons of bad rows quote the file any more, since a row may have been
 * hers.
 *
 * @param id as the log has it
 */
public record WithoutUser(String id) implements Step {

  public WithoutUser {
    Objects.requireNonNull(id, "id");
  }

  @Override
  public String name() {
    return "without one user";
  }

  @Override
  public Interactions of(Interactions log) {
    int code = Collections.binarySearch(log.users().distinct(), id);
    if (code < 0) {
      throw unknown(log.users().distinct().size(), log.name());
    }
    boolean[] kept = new boolean[log.size()];
    for (int row = 0; row < kept.length; row++) {
      kept[row] = log.users().code(row) != code;
    }
    Described described = log.described();
    return log.keep(kept)
        .withDescribed(described.withUsers(described.users().without(id)))
        .withoutQuotes();
  }

  /** Silence would let a misspelt id pass for a removal. */
  public IllegalArgumentException unknown(int users, String log) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "no user '%s' among the %,d of %s; give her id as this log has it, a pseudonym if it"
                + " holds pseudonyms",
            id,
            users,
            log));
  }

  @Override
  public String toString() {
    return name();
  }
}
