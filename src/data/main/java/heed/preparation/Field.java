package heed.preparation;

import heed.log.EventColumns;
import heed.log.Interactions;
import heed.log.Step;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a row of a log may lack. */
public enum Field {
  /** A rating, a count, a price. */
  VALUE("value", "name their column with Columns.of(...).withValue(\"NAME\")") {
    @Override
    boolean isMissing(EventColumns events, int row) {
      return Double.isNaN(events.values()[row]);
    }

    @Override
    boolean isIn(EventColumns events) {
      return IntStream.range(0, events.size()).anyMatch(row -> !isMissing(events, row));
    }
  },
  /** What was done: a view, a purchase. */
  TYPE("type", "name their column with Columns.of(...).withType(\"NAME\")") {
    @Override
    boolean isMissing(EventColumns events, int row) {
      return events.types().orElseThrow().get(row).isEmpty();
    }

    @Override
    boolean isIn(EventColumns events) {
      return events.types().isPresent();
    }
  },
  /** The visit it belongs to. */
  SESSION(
      "session",
      "name their column with Columns.of(...).withSession(\"NAME\"), or make them with"
          + " Steps.sessions(Duration.ofMinutes(30))") {
    @Override
    boolean isMissing(EventColumns events, int row) {
      return events.sessions().orElseThrow().get(row).isEmpty();
    }

    @Override
    boolean isIn(EventColumns events) {
      return events.sessions().isPresent();
    }
  };

  final String word;
  private final String remedy;

  Field(String word, String remedy) {
    this.word = word;
    this.remedy = remedy;
  }

  /** Whether a row lacks it, in events that have it: NaN for a value, no text for an id. */
  abstract boolean isMissing(EventColumns events, int row);

  /** Whether any row may have it. */
  abstract boolean isIn(EventColumns events);

  /**
   * Returns the events of a log that has this part.
   *
   * @throws IllegalArgumentException if it has not
   */
  EventColumns demandedBy(Step step, Interactions log) {
    requireIn(step, log.name(), log.size() == 0 || isIn(log.events()));
    return log.events();
  }

  /** Refuses a log that has not this part. */
  void requireIn(Step step, String log, boolean isIn) {
    if (!isIn) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "'%s' needs %ss, but %s has none; %s", step.name(), word, log, remedy));
    }
  }

  /**
   * The condition in SQL that a {@link TableStep}'s row has this part.
   *
   * @throws IllegalArgumentException if no row has it
   */
  String present(Step step, TableFacts facts) {
    return switch (this) {
      case VALUE -> {
        requireIn(step, facts.name(), facts.hasValues());
        yield "NOT isnan(value)";
      }
      case TYPE -> {
        requireIn(step, facts.name(), !facts.types().isEmpty());
        yield facts.types().containsKey("") ? "y <> " + facts.types().get("") : "true";
      }
      case SESSION ->
          throw new IllegalArgumentException(
              "'"
                  + step.name()
                  + "' is not taken on a log too large for memory, which keeps no sessions; leave"
                  + " the step out");
    };
  }
}
