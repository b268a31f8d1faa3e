package heed.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A log of interactions: who did something with which item, and when.
 *
 * <p>Immutable and safe to share between threads. Rows stay in the order they were read in.
 */
public final class Interactions {

  private final Origin origin;
  private final EventColumns events;
  private final Described described;
  private final List<StepTaken> steps;

  private Interactions(
      Origin origin, EventColumns events, Described described, List<StepTaken> steps) {
    this.origin = origin;
    this.events = events;
    this.described = described;
    this.steps = List.copyOf(steps);
  }

  /**
   * A log made in memory, without values, types and sessions: add them with {@link #withValues},
   * {@link #withTypes} and {@link #withSessions}.
   *
   * @param name what it is called
   * @param times milliseconds since 1970, one per row
   * @throws IllegalArgumentException if the columns differ in length
   */
  public static Interactions of(String name, Ids users, Ids items, long[] times) {
    Objects.requireNonNull(times, "the times of a log are null; give one per row");
    double[] none = new double[times.length];
    Arrays.fill(none, Double.NaN);
    return of(
        new Origin(name, List.of(), List.of()),
        new EventColumns(users, items, times.clone(), none, Optional.empty(), Optional.empty()));
  }

  /** A log of these events. */
  public static Interactions of(Origin origin, EventColumns events) {
    Objects.requireNonNull(origin, "the origin of a log is null");
    Objects.requireNonNull(events, "the events of a log are null");
    return new Interactions(origin, events, Described.NOTHING, List.of());
  }

  /**
   * Reads a log and guesses which column is the user, the item, the time and so on; {@link
   * #reading()} tells the guess.
   *
   * <p>The file is text with any separator, JSON with an object a line, or Parquet; it may be
   * packed by gzip or zip. Of a zip archive with several files, {@code archive.zip!member} names
   * one.
   *
   * @throws IllegalArgumentException if the file is no such log; the message names the lines
   */
  public static Interactions read(Path path) {
    return read(path, Columns.guessed());
  }

  /**
   * Reads a log, taking the columns named and guessing the others.
   *
   * @throws IllegalArgumentException if the file is no such log; the message names the lines
   */
  public static Interactions read(Path path, Columns columns) {
    return read(path, columns, ReadOptions.defaults());
  }

  /**
   * Reads a log whose form is told, in whole or in part.
   *
   * @throws IllegalArgumentException if the file is no such log; the message names the lines
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static Interactions read(Path path, Columns columns, ReadOptions options) {
    Objects.requireNonNull(path, "the path of the log is null");
    Objects.requireNonNull(columns, "the columns are null; Columns.guessed() guesses all");
    Objects.requireNonNull(options, "the options are null; ReadOptions.defaults() tells nothing");
    InputFile.requireReadable(path, "log");
    return LogFormats.of(path).read(path, columns.requireDistinct(), options);
  }

  /** Reads the rows of a query. */
  public static Interactions query(Connection connection, String sql) {
    return query(connection, sql, Columns.guessed(), ReadOptions.defaults());
  }

  /**
   * Reads the rows of a query, taking the columns named and guessing the others.
   *
   * <p>The query runs once, in a transaction of its own where the connection commits by itself.
   * Rows are streamed; the connection stays open.
   *
   * @throws IllegalArgumentException if the query fails or its rows are no log
   */
  public static Interactions query(
      Connection connection, String sql, Columns columns, ReadOptions options) {
    Objects.requireNonNull(connection, "the connection of the query is null");
    Objects.requireNonNull(sql, "the query is null");
    return LogFormats.first().query(connection, sql, columns.requireDistinct(), options);
  }

  /** The same log under another name. */
  public Interactions withName(String name) {
    return new Interactions(
        new Origin(name, origin.reading(), origin.badRows(), origin.hasTimes()),
        events,
        described,
        steps);
  }

  /** The same log with these values, one per row; NaN where a row has none. */
  public Interactions withValues(double[] values) {
    return withEvents(events.withValues(values.clone()));
  }

  /** The same log with the type of each event; empty where a row has none. */
  public Interactions withTypes(Ids types) {
    return withEvents(events.withTypes(types));
  }

  /** The same log with the session of each event; empty where a row has none. */
  public Interactions withSessions(Ids sessions) {
    return withEvents(events.withSessions(Optional.of(sessions)));
  }

  /** The same log with titles for its items: id to title. Items without one keep their id. */
  public Interactions withTitles(Map<String, String> titles) {
    return withDescribed(described.withTitles(titles));
  }

  /**
   * The same log with what is known of its items; {@link #itemMatch()} tells how far both agree. A
   * text column called title gives the titles, if the log has none.
   */
  public Interactions withItemAttributes(Attributes items) {
    return withDescribed(described.withItems(items));
  }

  /**
   * The same log, a text column of what is known of its items giving their titles.
   *
   * @throws IllegalArgumentException if that column is not there or holds no text
   */
  public Interactions withTitlesFrom(String column) {
    return withDescribed(described.withTitlesFrom(column));
  }

  /**
   * The same log with what is known of its users; {@link #userMatch()} tells how far both agree.
   */
  public Interactions withUserAttributes(Attributes users) {
    return withDescribed(described.withUsers(users));
  }

  public Described described() {
    return described;
  }

  /** The same log with another meaning of its ids. */
  public Interactions withDescribed(Described other) {
    return new Interactions(origin, events, other, steps);
  }

  /**
   * The log after some steps, taken one after the other; {@link #steps()} tells what each did.
   *
   * @throws IllegalArgumentException if a step leaves nothing, or needs what the log has not
   */
  public Interactions prepared(Step... preparation) {
    Interactions log = this;
    for (Step asked : preparation) {
      Step step = asked.fitted(log);
      Interactions after = step.of(log);
      if (after.size() == 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "after '%s' nothing is left of %s; choose a milder one",
                step.name(),
                log.measure()));
      }
      List<StepTaken> taken = new ArrayList<>(log.steps);
      taken.add(new StepTaken(step.name(), log.measure(), after.measure()));
      log = new Interactions(after.origin, after.events, after.described, taken);
    }
    return log;
  }

  /** The log after the steps of a preparation. */
  public Interactions prepared(Preparation preparation) {
    return prepared(preparation.steps().toArray(Step[]::new));
  }

  /**
   * The log without users and items of fewer than {@code k} events, taken away until none is left:
   * the {@linkplain KCore k-core}.
   *
   * @param k least events of a user and of an item, at least 1
   * @throws IllegalArgumentException if nothing is left
   */
  public Interactions kCore(int k) {
    return prepared(new KCore(k));
  }

  /**
   * The rows that are marked.
   *
   * @param kept one per row
   * @throws IllegalArgumentException if there is not one mark per row
   */
  public Interactions keep(boolean[] kept) {
    Objects.requireNonNull(kept, "the marks of the rows to keep are null");
    if (kept.length != size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "found %s for %s of the log %s, expected one per row; make them with new"
                  + " boolean[log.size()]",
              Counted.of(kept.length, "mark"),
              Counted.of(size(), "row"),
              name()));
    }
    int[] rows = IntStream.range(0, kept.length).filter(row -> kept[row]).toArray();
    return withEvents(events.rows(rows));
  }

  /** The same log with other events. */
  public Interactions withEvents(EventColumns others) {
    return new Interactions(origin, others, described, steps);
  }

  /** The same log, but that the reasons of bad rows do not quote the file. */
  public Interactions withoutQuotes() {
    return new Interactions(origin.withoutQuotes(), events, described, steps);
  }

  public EventColumns events() {
    return events;
  }

  /** How many events there are. */
  public int size() {
    return events.size();
  }

  /** How many events, users and items there are. */
  public StepTaken.Size measure() {
    return new StepTaken.Size(size(), users().distinct().size(), items().distinct().size());
  }

  /** The user of each event. */
  public Ids users() {
    return events.users();
  }

  /** The item of each event. */
  public Ids items() {
    return events.items();
  }

  /**
   * The time of an event, in milliseconds since 1970.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public long time(int row) {
    return events.times()[checked(row)];
  }

  /**
   * The value of an event: a rating, a count, a price; NaN where there is none.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double value(int row) {
    return events.values()[checked(row)];
  }

  private int checked(int row) {
    return Bounds.require("row", row, "the log", size());
  }

  /** The type of each event, such as view or purchase, if the log tells it. */
  public Optional<Ids> types() {
    return events.types();
  }

  /** The session of each event, if the log tells it. */
  public Optional<Ids> sessions() {
    return events.sessions();
  }

  /** What the log is called: its file, query or table. */
  public String name() {
    return origin.name();
  }

  /** Which column was taken for what, and why. */
  public List<String> reading() {
    return origin.reading();
  }

  /**
   * Whether events have times; else the order of rows stands for them, and nothing that counts days
   * means anything.
   */
  public boolean hasTimes() {
    return origin.hasTimes();
  }

  /** The rows that were left out, with line and reason. */
  public List<BadRow> badRows() {
    return origin.badRows();
  }

  /** The steps this log has been through, first to last. */
  public List<StepTaken> steps() {
    return steps;
  }

  /** Titles by item id; empty if none were given. */
  public Map<String, String> titles() {
    return described.titles();
  }

  /** What is known of the items; {@link Attributes#none()} if nothing was given. */
  public Attributes itemAttributes() {
    return described.items();
  }

  /** What is known of the users; {@link Attributes#none()} if nothing was given. */
  public Attributes userAttributes() {
    return described.users();
  }

  /** Which items have no row of attributes, and which rows no item. */
  public AttributeMatch itemMatch() {
    return itemAttributes().match(items().distinct());
  }

  /** Which users have no row of attributes, and which rows no user. */
  public AttributeMatch userMatch() {
    return userAttributes().match(users().distinct());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %s%s%s",
        name(),
        measure(),
        reading().isEmpty() ? "" : "; " + String.join(", ", reading()),
        badRows().isEmpty() ? "" : "; " + Counted.of(badRows().size(), "bad row") + " left out");
  }
}
