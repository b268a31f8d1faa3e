package heed.interactions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Where a known set says what its items are. */
sealed interface KnownItems {

  /** What is known of the items; nothing if the file is not in the folder. */
  Attributes read(Path folder);

  /** The name of the file, or nothing. */
  String file();

  static KnownItems none() {
    return new None();
  }

  /**
   * In a file of one item a line.
   *
   * @param file its fields are the id and then one for each attribute, in their order
   */
  static KnownItems lines(KnownFile file, Attribute... attributes) {
    return new Lines(file, List.of(attributes));
  }

  /** In a CSV file with a header, fields perhaps quoted. */
  static KnownItems csv(String file, String id, Attribute... attributes) {
    return new Csv(file, id, List.of(attributes));
  }

  /** Nowhere. */
  record None() implements KnownItems {

    @Override
    public Attributes read(Path folder) {
      return Attributes.none();
    }

    @Override
    public String file() {
      return "";
    }
  }

  /** One item a line. */
  record Lines(KnownFile lines, List<Attribute> attributes) implements KnownItems {

    private static final String ID = "id";

    @Override
    public Attributes read(Path folder) {
      if (!lines.isIn(folder)) {
        return Attributes.none();
      }
      List<StringColumn> columns = new ArrayList<>(List.of(StringColumn.create(ID)));
      attributes.forEach(attribute -> columns.add(StringColumn.create(attribute.column())));
      for (String[] row : KnownReader.items(lines, folder)) {
        for (int i = 0; i < row.length; i++) {
          columns.get(i).append(row[i]);
        }
      }
      Table table = Table.create(lines.name());
      columns.forEach(table::addColumns);
      return Attributes.of(table, ID, attributes.toArray(new Attribute[0]));
    }

    @Override
    public String file() {
      return lines.name();
    }
  }

  /** One item a row of a CSV file. */
  record Csv(String file, String id, List<Attribute> attributes) implements KnownItems {

    @Override
    public Attributes read(Path folder) {
      Path path = folder.resolve(file);
      return Files.isRegularFile(path)
          ? Attributes.read(path, id, attributes.toArray(new Attribute[0]))
          : Attributes.none();
    }
  }
}
