package heed.reading.source;

import heed.log.Columns;
import heed.log.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text as rows of fields, whatever it was: without what stands before its rows, and with the
 * forms that only recommenders have made into columns.
 *
 * @param file the text, or a copy in the folder of the read
 * @param first its beginning
 * @param options with what the file itself tells
 * @param said what a reader of the log ought to know of it
 */
record UsualText(PlainFile file, FirstText first, ReadOptions options, List<String> said) {

  private static final String ESCAPED = "\\\"";

  /** A quoted field with an escaped quote that neither a separator nor a line end follows. */
  private static final Pattern ESCAPED_INSIDE =
      Pattern.compile("(?m)(?:^|[,;|\t])\"[^\"\n]*\\\\\"[^,;|\t\r\n\"]");

  /** A field that ends with a backslash, such as a folder. */
  private static final Pattern ENDING_SO = Pattern.compile("(?m)[^\\\\\"]\\\\\"(?=[,;|\t]\"|\r?$)");

  /**
   * Makes the usual text of a file.
   *
   * @param told which column is what
   * @throws IllegalArgumentException if the file is of a form that has to be told more of
   */
  static UsualText of(
      PlainFile file, FirstText first, Columns told, ReadOptions options, Path folder)
      throws IOException {
    return new UsualText(file, first, options, file.said())
        .withoutPreamble(folder)
        .withoutSpecialForm(told, folder)
        .withDoubledQuotes(folder);
  }

  private UsualText withoutPreamble(Path folder) throws IOException {
    Preamble preamble = Preamble.of(first.text());
    if (preamble.lines() == 0) {
      return this;
    }
    ReadOptions told = options;
    if (options.separator().isEmpty() && preamble.separator().isPresent()) {
      told = told.withSeparator(preamble.separator().get());
    }
    if (options.names().isEmpty() && options.header().isEmpty() && !preamble.names().isEmpty()) {
      told = told.withNames(preamble.names().toArray(String[]::new));
    }
    return new UsualText(
        Rewriting.below(file, folder.resolve("rows"), preamble.lines()),
        first.below(preamble.lines()),
        told,
        with("lines above the rows left out: " + preamble.lines()));
  }

  private UsualText withoutSpecialForm(Columns told, Path folder) throws IOException {
    Optional<SpecialForm> special =
        options.separator().isEmpty() && options.header().isEmpty() && options.names().isEmpty()
            ? SpecialForm.of(first.text())
            : Optional.empty();
    if (special.isEmpty()) {
      return this;
    }
    special.get().demand(file.named(), told);
    LongLines.refuse(file, SeparatedText.LONGEST_LINE);
    int above = special.get().linesAbove(first.text());
    PlainFile rewritten =
        Rewriting.of(file, folder.resolve("usual"), above, special.get().rewriter());
    ReadOptions known = options.withSeparator("\t").withoutQuote();
    if (!special.get().names().isEmpty()) {
      known = known.withNames(special.get().names().toArray(String[]::new));
    }
    return new UsualText(rewritten, FirstText.of(rewritten), known, with(special.get().meaning()));
  }

  /** Spark and MySQL write a quote inside a field as {@code \"}, others as two quotes. */
  private UsualText withDoubledQuotes(Path folder) throws IOException {
    if (options.quote().isPresent() || !hasEscapedQuotes(first.text())) {
      return this;
    }
    LongLines.refuse(file, SeparatedText.LONGEST_LINE);
    PlainFile rewritten =
        Rewriting.of(file, folder.resolve("doubled"), 0, line -> line.replace(ESCAPED, "\"\""));
    return new UsualText(
        rewritten,
        FirstText.of(rewritten),
        options,
        with("a backslash before a quote makes it a letter"));
  }

  private static boolean hasEscapedQuotes(String text) {
    return text.contains(ESCAPED)
        && ESCAPED_INSIDE.matcher(text).find()
        && !ENDING_SO.matcher(text).find();
  }

  private List<String> with(String more) {
    List<String> both = new ArrayList<>(said);
    both.add(more);
    return List.copyOf(both);
  }
}
