package heed.log;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is told about a log before it is read; what is not told is found out.
 *
 * @param separator between fields: one to four bytes, such as a comma or {@code ::}
 * @param quote around fields that hold separators or line breaks; {@code '\0'} for none
 * @param header whether the first row holds names
 * @param names of the first columns, instead of those in the file; the other columns of a file
 *     without a header are called by their position
 * @param charset how the text is encoded; else UTF-8, or UTF-16 where a byte order mark says so
 * @param decimal what stands between a whole number and its fraction: a point or a comma
 * @param zone of times that name none; else UTC
 * @param orderAsTime whether the order of rows stands for their time
 * @param mostBadRows the largest share of rows that may be left out, in [0, 1]
 * @param listener hears how the read goes on
 */
public record ReadOptions(
    Optional<String> separator,
    Optional<Character> quote,
    Optional<Boolean> header,
    List<String> names,
    Optional<Charset> charset,
    Optional<Character> decimal,
    Optional<ZoneId> zone,
    boolean orderAsTime,
    double mostBadRows,
    ReadListener listener) {

  public ReadOptions {
    separator.ifPresent(
        told -> {
          if (told.isEmpty() || told.getBytes(StandardCharsets.UTF_8).length > 4) {
            throw new IllegalArgumentException(
                "a separator has one to four bytes; found '" + told + "'");
          }
        });
    names = List.copyOf(names);
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(
          "each column has a name of its own; found " + names + "; name each once");
    }
    decimal.ifPresent(
        told -> {
          if (told != '.' && told != ',') {
            throw new IllegalArgumentException(
                "a fraction begins with a point or a comma; found '" + told + "'");
          }
        });
    if (!(mostBadRows >= 0 && mostBadRows <= 1)) {
      throw new IllegalArgumentException(
          "the share of bad rows lies between 0 and 1; found " + mostBadRows);
    }
  }

  /** Everything is found out; at most 1% of the rows may be bad. */
  public static ReadOptions defaults() {
    return new ReadOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        0.01,
        ReadListener.SILENT);
  }

  public ReadOptions withSeparator(String told) {
    return changed(copy -> copy.separator = Optional.of(told));
  }

  public ReadOptions withQuote(char told) {
    return changed(copy -> copy.quote = Optional.of(told));
  }

  /** Takes quotes for letters like any other. */
  public ReadOptions withoutQuote() {
    return withQuote('\0');
  }

  public ReadOptions withHeader(boolean told) {
    return changed(copy -> copy.header = Optional.of(told));
  }

  /**
   * Names the columns of separated text that has no header, from the first column on; for one that
   * has, say so after this: {@code withNames("who", "what", "when").withHeader(true)}.
   */
  public ReadOptions withNames(String... told) {
    return withHeader(false).changed(copy -> copy.names = List.of(told));
  }

  public ReadOptions withCharset(Charset told) {
    return changed(copy -> copy.charset = Optional.of(told));
  }

  /** Says what stands between a whole number and its fraction: {@code '.'} or {@code ','}. */
  public ReadOptions withDecimal(char told) {
    return changed(copy -> copy.decimal = Optional.of(told));
  }

  /** Says in which zone times were written that name none themselves. */
  public ReadOptions withZone(ZoneId told) {
    return changed(copy -> copy.zone = Optional.of(told));
  }

  /**
   * Takes the order of rows for their time: there is no column of times, or it is not to be used.
   * Splits by time refuse such a log, and whatever counts days means nothing on it: {@link
   * Interactions#hasTimes()}.
   */
  public ReadOptions withOrderAsTime() {
    return changed(copy -> copy.orderAsTime = true);
  }

  public ReadOptions withMostBadRows(double share) {
    return changed(copy -> copy.mostBadRows = share);
  }

  public ReadOptions withListener(ReadListener hearing) {
    return changed(copy -> copy.listener = hearing);
  }

  private ReadOptions changed(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.made();
  }

  /** The same components, of which one is changed before they become options again. */
  private static final class Copy {

    private Optional<String> separator;
    private Optional<Character> quote;
    private Optional<Boolean> header;
    private List<String> names;
    private Optional<Charset> charset;
    private Optional<Character> decimal;
    private Optional<ZoneId> zone;
    private boolean orderAsTime;
    private double mostBadRows;
    private ReadListener listener;

    private Copy(ReadOptions options) {
      separator = options.separator;
      quote = options.quote;
      header = options.header;
      names = options.names;
      charset = options.charset;
      decimal = options.decimal;
      zone = options.zone;
      orderAsTime = options.orderAsTime;
      mostBadRows = options.mostBadRows;
      listener = options.listener;
    }

    private ReadOptions made() {
      return new ReadOptions(
          separator,
          quote,
          header,
          names,
          charset,
          decimal,
          zone,
          orderAsTime,
          mostBadRows,
          listener);
    }
  }
}
