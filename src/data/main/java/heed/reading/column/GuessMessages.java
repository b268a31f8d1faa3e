package heed.reading.column;

import heed.log.ColumnRole;
import heed.reading.column.ColumnFacts.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a guess says where it cannot tell which column is what. */
final class GuessMessages {

  private final Sample sample;
  private final RoleScores scores;

  GuessMessages(Sample sample, RoleScores scores) {
    this.sample = sample;
    this.scores = scores;
  }

  /** Why no column is the value, where one looks as if it might be. */
  Optional<String> noValue(List<Integer> left) {
    return left.stream()
        .filter(column -> scores.name(ColumnRole.VALUE, column) >= ColumnName.WEAK)
        .filter(column -> sample.column(column).filled() > 0)
        .map(
            column ->
                "no values: '"
                    + sample.header().get(column)
                    + "' holds no numbers, but such as '"
                    + sample.column(column).texts().get(0)
                    + "'")
        .findFirst()
        .or(() -> nameless(left));
  }

  /** A column of small numbers whose name says nothing. */
  private Optional<String> nameless(List<Integer> left) {
    return left.stream()
        .filter(column -> !ColumnGuess.isKnown(sample.header().get(column)))
        .filter(column -> sample.column(column).share(Kind.UP_TO_TEN) > .9)
        .filter(column -> sample.isTelling() && sample.column(column).distinct() > 1)
        .map(
            column ->
                "no values: if '"
                    + sample.header().get(column)
                    + "' holds them, say so: --columns value="
                    + sample.header().get(column)
                    + ", Columns.withValue")
        .findFirst();
  }

  /** Why a time is taken that was not the most likely. */
  String sameMoments(Readings.Reading best, Readings.Reading finest) {
    int time = best.time().orElseThrow();
    int finer = finest.time().orElseThrow();
    return String.format(
        Locale.ROOT,
        "'%s' and '%s' tell the same moments; the latter is taken, since it %s",
        sample.header().get(time),
        sample.header().get(finer),
        sample.column(finer).needsNoZone() && !sample.column(time).needsNoZone()
            ? "needs no zone"
            : "is finer");
  }

  String shown(Readings.Reading reading) {
    return "user="
        + sample.header().get(reading.user())
        + ",item="
        + sample.header().get(reading.item())
        + (reading.time().isPresent()
            ? ",time=" + sample.header().get(reading.time().getAsInt())
            : "");
  }

  IllegalArgumentException close(Readings.Reading best, Readings.Reading rival) {
    return new IllegalArgumentException(
        "it is not clear which column is what among "
            + Shown.names(sample.header())
            + ": two readings are about as likely. Choose one: --columns "
            + shown(best)
            + " or --columns "
            + shown(rival)
            + ", in Java Columns.parse(\"...\") of the same text");
  }

  IllegalArgumentException missing(ColumnRole role) {
    return new IllegalArgumentException(
        "a log needs a user, an item and a time; found no column for the "
            + role
            + " among "
            + Shown.names(sample.header())
            + ". Name them: Columns.of(\"user\", \"item\", \"time\"), or"
            + " --columns user=NAME,item=NAME,time=NAME"
            + (role == ColumnRole.TIME
                ? "; if the rows are in the order of time, say so:"
                    + " ReadOptions.withOrderAsTime(), or --order-is-time"
                : "; a column of ids repeats them: one that is another on every row names rows"
                    + (role == ColumnRole.USER
                        ? ". Is all of it one person's? Add a column with one id for each person"
                        : ""))
            + objects());
  }

  /** JSON inside a column is read where a line is an event. */
  private String objects() {
    return IntStream.range(0, sample.width())
        .filter(column -> sample.column(column).share(Kind.OBJECT) > .5)
        .filter(column -> sample.column(column).texts().get(0).startsWith("["))
        .mapToObj(sample.header()::get)
        .findFirst()
        .map(
            name ->
                ". '"
                    + name
                    + "' holds a list of objects in each row: write one event a line, for example"
                    + " jq -c '. as $row | ."
                    + name
                    + "[] + ($row | del(."
                    + name
                    + "))'")
        .orElse("");
  }
}
