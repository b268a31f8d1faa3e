package heed.preparation;

import heed.log.Interactions;
import heed.log.Step;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The events of the last days in UTC, of which the day of the last event is one; fitted, a {@link
 * Between}.
 *
 * @param days at least 1
 */
record LastDays(int days) implements TableStep {

  LastDays {
    if (days < 1) {
      throw new IllegalArgumentException("the last days are at least 1, found " + days);
    }
  }

  @Override
  public String name() {
    return days == 1 ? "events of the last day" : "events of the last " + days + " days";
  }

  @Override
  public Step fitted(Interactions log) {
    if (log.size() == 0) {
      return this;
    }
    return until(Arrays.stream(log.events().times()).max().orElseThrow());
  }

  private Between until(long lastTime) {
    Instant last = Instant.ofEpochMilli(lastTime);
    Instant end = last.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    return new Between(end.minus(days, ChronoUnit.DAYS), end);
  }

  @Override
  public Interactions of(Interactions log) {
    return log.size() == 0 ? log : fitted(log).of(log);
  }

  @Override
  public TableStep fitted(TableFacts facts) {
    return until(facts.lastTime().getAsLong());
  }

  @Override
  public String query(String rows, TableFacts facts) {
    return fitted(facts).query(rows, facts);
  }
}
