package heed.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A file of a known set, as it is published or packed by gzip. */
sealed interface SetFile {

  /** As published, without the gz it may be packed in. */
  String name();

  /**
   * Has the file read, in a form that the reader of logs knows.
   *
   * @param fields that are wanted of each line
   * @param reader of the file, or of its translation, which is deleted afterwards
   */
  <T> T read(Path path, List<String> fields, Function<Path, T> reader);

  /** The file in a folder, if it is there. */
  default Optional<Path> in(Path folder) {
    return Stream.of(name(), name() + ".gz")
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** A file that the reader of logs knows. */
  record Plain(String name) implements SetFile {

    @Override
    public <T> T read(Path path, List<String> fields, Function<Path, T> reader) {
      return reader.apply(path);
    }
  }

  /** Events, each a Python dictionary on a line; a broken line is a bad row. */
  record PythonEvents(String name) implements SetFile {

    @Override
    public <T> T read(Path path, List<String> fields, Function<Path, T> reader) {
      return new PythonLines(path, fields).read(PythonLines::everyLine, reader);
    }
  }

  /**
   * Items, each a Python dictionary on a line: the first line of each counts, one without an id is
   * passed over, a broken one is an error. The first field is the id.
   */
  record PythonItems(String name) implements SetFile {

    @Override
    public <T> T read(Path path, List<String> fields, Function<Path, T> reader) {
      return new PythonLines(path, fields).read(PythonLines::firstOfEachId, reader);
    }
  }

  /**
   * Items of which each event tells anew what they are: the commonest text and the median of the
   * numbers count. The first field is the id, the second a text, the third a number.
   */
  record ToldByEvents(String name) implements SetFile {

    @Override
    public <T> T read(Path path, List<String> fields, Function<Path, T> reader) {
      return CommonestTexts.of(path, fields, reader);
    }
  }
}
