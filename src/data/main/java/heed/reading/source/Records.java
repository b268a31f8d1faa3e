package heed.reading.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks the records of separated text and knows the line each begins on.
 *
 * <p>For the first rows of a file, and for the lines of bad rows: the rows themselves are read by
 * the database, whose numbering of records this follows. Memory is bounded by the longest field.
 */
final class Records {

  private static final int END = -1;

  private final Reader reader;
  private final String separator;
  private final char quote;
  private long line = 1;
  private long began = 1;
  private int next;
  private boolean cut;
  private boolean odd;

  /**
   * @param reader of the text; closed by whoever opened it
   * @param quote around fields, or {@code '\0'} for none
   */
  Records(Reader reader, String separator, char quote) throws IOException {
    this.reader = new BufferedReader(reader, 1 << 16);
    this.separator = separator;
    this.quote = quote;
    this.next = this.reader.read();
    if (next == '\uFEFF') {
      next = this.reader.read();
    }
  }

  /** The line on which the last record began, from 1. */
  long line() {
    return began;
  }

  /** Whether a field of the last record was too long to be kept whole. */
  boolean cut() {
    return cut;
  }

  /** Whether a quote of the last record closed before its field ended. */
  boolean odd() {
    return odd;
  }

  /** The fields of the next record, empty for a blank line; null at the end. */
  List<String> next() throws IOException {
    if (next == END) {
      return null;
    }
    if (Thread.interrupted()) {
      throw Database.stopped();
    }
    began = line;
    cut = false;
    odd = false;
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean any = false;
    int closed = 0;
    while (next != END && next != '\n' && next != '\r') {
      if (next == quote && quote != '\0' && !any) {
        quoted(field);
        closed = field.length();
      } else {
        take(field);
      }
      any = true;
      if (endsWithSeparator(field, closed)) {
        odd |= closed > 0 && field.length() - separator.length() > closed;
        fields.add(field.substring(0, field.length() - separator.length()));
        field.setLength(0);
        closed = 0;
        any = false;
      }
    }
    odd |= closed > 0 && field.length() > closed;
    lineBreak();
    if (any || !fields.isEmpty()) {
      fields.add(field.toString());
    }
    return fields;
  }

  /** Whether a separator ends the field, outside of its quoted part. */
  private boolean endsWithSeparator(StringBuilder field, int closed) {
    int start = field.length() - separator.length();
    return start >= closed && field.indexOf(separator, start) == start;
  }

  private void quoted(StringBuilder field) throws IOException {
    next = reader.read();
    while (next != END) {
      if (next == quote) {
        next = reader.read();
        if (next != quote) {
          break;
        }
      }
      if (next == '\n' || next == '\r') {
        int broken = next;
        lineBreak();
        keep(field, broken);
      } else {
        take(field);
      }
    }
  }

  private void take(StringBuilder field) throws IOException {
    keep(field, next);
    next = reader.read();
  }

  private void keep(StringBuilder field, int c) {
    if (field.length() < LogSource.LONGEST_FIELD) {
      field.append((char) c);
    } else {
      cut = true;
    }
  }

  private void lineBreak() throws IOException {
    if (next == END) {
      return;
    }
    int first = next;
    next = reader.read();
    if (first == '\r' && next == '\n') {
      next = reader.read();
    }
    line++;
  }
}
