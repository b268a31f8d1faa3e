package heed.reading;

import heed.log.Attribute;
import heed.log.Attributes;
import heed.log.ReadOptions;
import heed.reading.column.IdRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What is known of the items or users of a log, from a file whose columns nobody has named: ids are
 * where most of the log's ids stand, titles, numbers and categories are told by their names and
 * contents.
 */
public final class KnownThings {

  private static final double MOST = .9;
  private static final double MOST_WORDS = .8;
  private static final int FEW_WORDS = 4;

  private KnownThings() {}

  /**
   * Reads a file of any form that a log may have; of several rows of an id the first counts.
   *
   * @param ids of the log, to be found in the file
   * @throws IllegalArgumentException if no column holds ids of the log
   */
  public static Attributes read(Path path, Collection<String> ids) {
    Table table = DelimitedTable.readAll(path, ReadOptions.defaults());
    Set<String> known = new HashSet<>(ids);
    String id = idColumn(path, table, known);
    Table once = firstOfEach(table, id);
    List<Attribute> declared = new ArrayList<>();
    boolean titled = false;
    for (String name : table.columnNames()) {
      if (!name.equals(id)) {
        Optional<Attribute> attribute = attribute(once.stringColumn(name), !titled);
        attribute.ifPresent(declared::add);
        titled |= attribute.isPresent() && attribute.get() instanceof Attribute.Text;
      }
    }
    return Tables.attributes(once, id, declared.toArray(Attribute[]::new));
  }

  /** The column of titles among what was read, if there is one. */
  public static Optional<String> title(Attributes attributes) {
    return attributes.declared().stream()
        .filter(Attribute.Text.class::isInstance)
        .map(Attribute::column)
        .findFirst();
  }

  private static String idColumn(Path path, Table table, Set<String> known) {
    String best = "";
    long most = 0;
    for (String name : table.columnNames()) {
      List<String> texts = table.stringColumn(name).asList();
      IdRule rule = IdRule.of(texts);
      long found = texts.stream().map(rule::clean).filter(known::contains).distinct().count();
      if (found > most) {
        best = name;
        most = found;
      }
    }
    if (best.isEmpty()) {
      throw new IllegalArgumentException(
          path
              + ": no column holds ids of the log, such as '"
              + known.stream().sorted().findFirst().orElse("")
              + "'; it has "
              + table.columnNames()
              + ". Are they written alike in both files?");
    }
    return best;
  }

  private static Table firstOfEach(Table table, String id) {
    Set<String> seen = new HashSet<>(Set.of(""));
    IdRule rule = IdRule.of(table.stringColumn(id).asList());
    int[] rows =
        java.util.stream.IntStream.range(0, table.rowCount())
            .filter(row -> seen.add(rule.clean(table.stringColumn(id).get(row))))
            .toArray();
    return table.rows(rows);
  }

  private static Optional<Attribute> attribute(StringColumn column, boolean mayBeTitle) {
    String name = column.name();
    List<String> filled = column.asList().stream().filter(text -> !text.isBlank()).toList();
    if (filled.isEmpty()) {
      return Optional.empty();
    }
    boolean named =
        name.toLowerCase(Locale.ROOT)
            .matches(".*(title|name|description|label|titel|bezeichnung).*");
    if (named && mayBeTitle) {
      return Optional.of(Attribute.text(name));
    }
    if (filled.stream().allMatch(text -> text.matches("[-+]?\\d+(\\.\\d+)?"))) {
      return Optional.of(Attribute.number(name));
    }
    for (String separator : List.of("|", ";", ",")) {
      if (several(filled, separator)) {
        return Optional.of(Attribute.categories(name, separator));
      }
    }
    long distinct = filled.stream().distinct().count();
    return distinct <= Math.max(2, filled.size() / 2)
        ? Optional.of(Attribute.category(name))
        : Optional.empty();
  }

  /** Whether texts are few words that come again, with this between them. */
  private static boolean several(List<String> texts, String separator) {
    List<String> words =
        texts.stream()
            .flatMap(text -> List.of(text.split(Pattern.quote(separator), -1)).stream())
            .map(String::strip)
            .collect(Collectors.toList());
    long with = texts.stream().filter(text -> text.contains(separator)).count();
    long brief = words.stream().filter(word -> word.split(" ", -1).length <= FEW_WORDS).count();
    return with > texts.size() / 10
        && brief >= MOST * words.size()
        && words.stream().distinct().count() <= MOST_WORDS * words.size();
  }
}
