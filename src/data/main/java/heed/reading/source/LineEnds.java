package heed.reading.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives every record of a text the same end. What stands between quotes stays as it is. */
final class LineEnds {

  private LineEnds() {}

  static void even(PlainFile file, TextForm form, Path to) throws IOException {
    char lastOfSeparator = form.separator().charAt(form.separator().length() - 1);
    try (Reader in = new BufferedReader(file.text(), 1 << 16);
        Writer out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      boolean quoted = false;
      boolean fieldBegins = true;
      int next = in.read();
      while (next >= 0) {
        int c = next;
        next = in.read();
        if (c == form.quote() && c != '\0' && (quoted || fieldBegins)) {
          quoted = !quoted || next == c;
          if (!fieldBegins && quoted) {
            out.write(c);
            next = in.read();
          }
        }
        if (c == '\n' && Thread.interrupted()) {
          throw Database.stopped();
        }
        boolean ends = !quoted && (c == '\n' || c == '\r');
        if (ends && c == '\r' && next == '\n') {
          next = in.read();
        }
        out.write(ends ? '\n' : c);
        fieldBegins = ends || (!quoted && c == lastOfSeparator);
      }
    }
  }
}
