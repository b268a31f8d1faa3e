package heed.figure;

import heed.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;

/** The files that a figure can be written to, each called like the ending of its name. */
enum FigureFormat {
  HTML {
    @Override
    void write(Figure figure, Path file) throws IOException {
      WholeFile.write(file, FigurePage.of(figure, PlotlyScript.read()));
    }
  },
  JSON {
    @Override
    void write(Figure figure, Path file) throws IOException {
      // A menu whose entries change the words needs them in the figure.
      boolean follows = figure.json().contains(Figure.WORDS);
      WholeFile.write(file, follows ? figure.spoken() : figure.json());
    }
  },
  PNG {
    @Override
    void write(Figure figure, Path file) throws IOException {
      byte[] picture = Base64.getDecoder().decode(Chromium.find().draw(figure, "png"));
      WholeFile.write(file, out -> out.write(picture));
    }
  },
  SVG {
    @Override
    void write(Figure figure, Path file) throws IOException {
      byte[] picture = Base64.getDecoder().decode(Chromium.find().draw(figure, "svg"));
      WholeFile.write(file, new String(picture, StandardCharsets.UTF_8));
    }
  };

  /** Writes the figure whole or not at all. */
  abstract void write(Figure figure, Path file) throws IOException;

  static FigureFormat of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    for (FigureFormat format : values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "a figure is written as .html, .json, .png or .svg; found the name "
            + file.getFileName()
            + ", which ends in none of them");
  }
}
