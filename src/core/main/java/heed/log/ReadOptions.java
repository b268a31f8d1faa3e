package heed.log;

import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What is told about a log before it is read; what is not told is found out.
 *
 * @param separator between fields: one to four bytes, such as a comma or {@code ::}
 * @param quote around fields that hold separators or line breaks; {@code '\0'} for none
 * @param header whether the first row holds names
 * @param names of the first columns, instead of those in the file; the other columns of a file
 *     without a header are called by their position
 * @param charset how the text is encoded; else UTF-8, or UTF-16 where a byte order mark says so
 * @param mostBadRows the largest share of rows that may be left out, in [0, 1]
 * @param listener hears how the read goes on
 */
public record ReadOptions(
    Optional<String> separator,
    Optional<Character> quote,
    Optional<Boolean> header,
    List<String> names,
    Optional<Charset> charset,
    double mostBadRows,
    ReadListener listener) {

  public ReadOptions {
    separator.ifPresent(
        told -> {
          if (told.isEmpty() || told.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 4) {
            throw new IllegalArgumentException(
                "a separator has one to four bytes; found '" + told + "'");
          }
        });
    names = List.copyOf(names);
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(
          "each column has a name of its own; found " + names + "; name each once");
    }
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
        0.01,
        ReadListener.SILENT);
  }

  public ReadOptions withSeparator(String told) {
    return new ReadOptions(Optional.of(told), quote, header, names, charset, mostBadRows, listener);
  }

  public ReadOptions withQuote(char told) {
    return new ReadOptions(
        separator, Optional.of(told), header, names, charset, mostBadRows, listener);
  }

  /** Takes quotes for letters like any other. */
  public ReadOptions withoutQuote() {
    return withQuote('\0');
  }

  public ReadOptions withHeader(boolean told) {
    return new ReadOptions(
        separator, quote, Optional.of(told), names, charset, mostBadRows, listener);
  }

  /**
   * Names the columns of separated text that has no header, from the first column on; for one that
   * has, say so after this: {@code withNames("who", "what", "when").withHeader(true)}.
   */
  public ReadOptions withNames(String... told) {
    return new ReadOptions(
        separator, quote, Optional.of(false), List.of(told), charset, mostBadRows, listener);
  }

  public ReadOptions withCharset(Charset told) {
    return new ReadOptions(
        separator, quote, header, names, Optional.of(told), mostBadRows, listener);
  }

  public ReadOptions withMostBadRows(double share) {
    return new ReadOptions(separator, quote, header, names, charset, share, listener);
  }

  public ReadOptions withListener(ReadListener hearing) {
    return new ReadOptions(separator, quote, header, names, charset, mostBadRows, hearing);
  }
}
