package heed.reading;

import heed.log.Attribute;
import heed.log.Attributes;
import heed.log.Counted;
import heed.reading.column.IdRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Turns a table into attributes by id. */
final class AttributeReader {

  private static final int SHOWN = 5;

  private final Table table;
  private final String id;
  private final List<Attribute> declared;

  AttributeReader(Table table, String id, List<Attribute> declared) {
    this.table = table;
    this.id = id;
    this.declared = List.copyOf(declared);
    column(id);
    declared.forEach(attribute -> column(attribute.column()));
    if (declared.stream().map(Attribute::column).distinct().count() < declared.size()) {
      throw new IllegalArgumentException(
          "a column is declared twice among "
              + declared.stream().map(Attribute::column).toList()
              + "; declare each once");
    }
  }

  Attributes oneRowAnId() {
    List<String> ids = ids();
    Map<String, Integer> first = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (int row = 0; row < ids.size(); row++) {
      Integer before = first.putIfAbsent(ids.get(row), row);
      if (before != null) {
        twice.add(
            String.format(
                Locale.ROOT, "'%s' in rows %,d and %,d", ids.get(row), before + 1, row + 1));
      }
    }
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: %,d rows repeat an id of column '%s': %s; keep one of each, or gather the rows"
                  + " of an id with Attributes.readGathered",
              Tables.name(table),
              twice.size(),
              id,
              firstOf(twice)));
    }
    return attributes(ids, ids);
  }

  Attributes gathered() {
    List<String> ids = ids();
    return attributes(ids, ids.stream().distinct().toList());
  }

  private List<String> ids() {
    List<String> written = texts(column(id));
    IdRule rule = IdRule.of(written);
    List<String> ids = written.stream().map(rule::clean).toList();
    List<String> without =
        IntStream.range(0, ids.size())
            .filter(row -> ids.get(row).isEmpty())
            .mapToObj(row -> String.format(Locale.ROOT, "%,d", row + 1))
            .toList();
    if (!without.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: %s without '%s': %s; take them out or name another column of ids",
              Tables.name(table),
              Counted.of(without.size(), "row"),
              id,
              firstOf(without)));
    }
    return ids;
  }

  private Attributes attributes(List<String> ids, List<String> distinct) {
    Map<String, double[]> numbers = new HashMap<>();
    Map<String, String[]> texts = new HashMap<>();
    for (Attribute attribute : declared) {
      String[] fields = fields(attribute, ids, distinct);
      if (attribute instanceof Attribute.Numeric) {
        numbers.put(attribute.column(), numbers(attribute, distinct, fields));
      } else {
        texts.put(attribute.column(), fields);
      }
    }
    return new Attributes(distinct, declared, numbers, texts);
  }

  /** One text an id: where an id has several, strung together or all the same. */
  private String[] fields(Attribute attribute, List<String> ids, List<String> distinct) {
    Map<String, List<String>> ofId = new LinkedHashMap<>();
    distinct.forEach(one -> ofId.put(one, new ArrayList<>(1)));
    List<String> texts = texts(column(attribute.column()));
    for (int row = 0; row < texts.size(); row++) {
      String text = texts.get(row);
      if (!text.isEmpty() && !attribute.missing().contains(text)) {
        ofId.get(ids.get(row)).add(text);
      }
    }
    String[] fields = new String[distinct.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = gather(attribute, distinct.get(i), ofId.get(distinct.get(i)));
    }
    return fields;
  }

  private String gather(Attribute attribute, String one, List<String> found) {
    if (attribute instanceof Attribute.Text) {
      return String.join(" ", found);
    }
    if (attribute instanceof Attribute.Categories categories) {
      return String.join(categories.separator(), found);
    }
    List<String> different = found.stream().distinct().toList();
    if (different.size() > 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: '%s' has several values of '%s': %s; only texts and categories can be gathered",
              Tables.name(table),
              one,
              attribute.column(),
              firstOf(different)));
    }
    return different.isEmpty() ? "" : different.get(0);
  }

  private double[] numbers(Attribute attribute, List<String> distinct, String[] fields) {
    double[] numbers = new double[fields.length];
    List<String> none = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      try {
        numbers[i] = fields[i].isEmpty() ? Double.NaN : Double.parseDouble(fields[i]);
      } catch (NumberFormatException notANumber) {
        none.add("'" + fields[i] + "' of '" + distinct.get(i) + "'");
      }
      if (Double.isInfinite(numbers[i])) {
        none.add("'" + fields[i] + "' of '" + distinct.get(i) + "'");
      }
    }
    if (!none.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: %,d values of '%s' are no finite numbers: %s; mend them, or say which texts mean"
                  + " no value: Attribute.number(\"%s\").withMissing(...)",
              Tables.name(table),
              none.size(),
              attribute.column(),
              firstOf(none),
              attribute.column()));
    }
    return numbers;
  }

  private Column<?> column(String name) {
    if (!table.containsColumn(name)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has no column '%s'; it has %s",
              Tables.name(table),
              name,
              table.columnNames()));
    }
    return table.column(name);
  }

  /** Numbers keep all their digits, which a column's own way of printing does not promise. */
  private static List<String> texts(Column<?> column) {
    return IntStream.range(0, column.size())
        .mapToObj(row -> column.isMissing(row) ? "" : String.valueOf(column.get(row)).strip())
        .toList();
  }

  private static String firstOf(List<String> texts) {
    String first = String.join(", ", texts.subList(0, Math.min(SHOWN, texts.size())));
    return texts.size() > SHOWN ? first + ", ..." : first;
  }
}
