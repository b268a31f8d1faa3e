package heed.features;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * A text file of word vectors: a word and its numbers a line, between spaces. word2vec begins with
 * a line of two numbers, how many words and how long a vector; GloVe does not.
 *
 * <p>GloVe's largest files hold words with spaces in them: the last fields are the numbers, what
 * stands before them is the word.
 */
final class WordVectorFile {

  /** Longer than any vector's line; a longer one is no such file. */
  private static final int LONGEST_LINE = 1 << 20;

  private final Path file;
  private final Set<String> wanted;
  private final TreeMap<String, float[]> found = new TreeMap<>();
  private long line;
  private int width;

  WordVectorFile(Path file, Set<String> wanted) {
    this.file = file;
    this.wanted = Set.copyOf(wanted);
  }

  WordVectors read() throws IOException {
    long promised = -1;
    try (Reader reader = open()) {
      for (String text = next(reader); text != null; text = next(reader)) {
        String stripped = text.strip();
        if (line == 1 && stripped.matches("\\d{1,18} \\d{1,9}")) {
          promised = Long.parseLong(stripped.substring(0, stripped.indexOf(' ')));
          width = Integer.parseInt(stripped.substring(stripped.indexOf(' ') + 1));
        } else {
          take(stripped);
        }
      }
    }
    if (promised >= 0 && line - 1 != promised) {
      throw broken(
          String.format(
              Locale.ROOT, "the file promises %,d words and ends here; is it cut off?", promised));
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "none of the %,d wanted words is among the %,d lines of %s; are they cased alike?",
              wanted.size(),
              line,
              file));
    }
    return vectors();
  }

  private void take(String text) {
    if (width == 0) {
      width = (int) text.chars().filter(c -> c == ' ').count();
    }
    int end = text.length();
    for (int i = 0; i < width && end > 0; i++) {
      end = text.lastIndexOf(' ', end - 1);
    }
    if (width < 1 || end <= 0) {
      throw broken(
          String.format(
              Locale.ROOT,
              "expected a word and %,d numbers between single spaces, found '%s'",
              width,
              shown(text)));
    }
    String word = text.substring(0, end);
    if (word.indexOf(' ') >= 0 && isNumber(word.substring(word.lastIndexOf(' ') + 1))) {
      throw broken(
          String.format(Locale.ROOT, "more than %,d numbers after '%s'", width, shown(word)));
    }
    if (wanted.contains(word) && !found.containsKey(word)) {
      found.put(word, numbers(text.substring(end + 1)));
    }
  }

  private static boolean isNumber(String text) {
    return text.matches("[-+]?\\d*\\.?\\d+([eE][-+]?\\d+)?");
  }

  private float[] numbers(String text) {
    float[] numbers = new float[width];
    String[] fields = text.split(" ", -1);
    for (int i = 0; i < width; i++) {
      try {
        numbers[i] = Float.parseFloat(fields[i]);
      } catch (NumberFormatException notANumber) {
        throw broken("'" + shown(fields[i]) + "' is not a number");
      }
      if (!Float.isFinite(numbers[i])) {
        throw broken("'" + shown(fields[i]) + "' is not finite");
      }
    }
    return numbers;
  }

  private WordVectors vectors() {
    float[] values = new float[Math.multiplyExact(found.size(), width)];
    int place = 0;
    for (float[] vector : found.values()) {
      System.arraycopy(vector, 0, values, place, width);
      place += width;
    }
    return new WordVectors(List.copyOf(found.keySet()), width, values);
  }

  /** Bytes that are no UTF-8 are replaced: such words, found in public files, match nothing. */
  private Reader open() throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    bytes.mark(2);
    boolean zipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    return new BufferedReader(
        new InputStreamReader(zipped ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
  }

  private String next(Reader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    line++;
    while (c >= 0 && c != '\n') {
      if (text.length() == LONGEST_LINE) {
        throw broken(
            String.format(Locale.ROOT, "a line is longer than %,d characters", LONGEST_LINE));
      }
      text.append((char) c);
      c = reader.read();
    }
    return text.toString();
  }

  private IllegalArgumentException broken(String what) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "%s, line %,d: %s", file, line, what));
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
