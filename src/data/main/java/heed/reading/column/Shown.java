package heed.reading.column;

import java.util.List;
import java.util.Locale;

/** Names of columns as a message shows them. */
public final class Shown {

  private static final int MOST = 30;

  private Shown() {}

  /** All names, or the first of very many. */
  public static String names(List<String> header) {
    return header.size() <= MOST
        ? header.toString()
        : String.format(
            Locale.ROOT, "%s and %,d more", header.subList(0, MOST), header.size() - MOST);
  }
}
