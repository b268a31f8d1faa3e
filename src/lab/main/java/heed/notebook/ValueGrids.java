package heed.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Records, lists of records and maps as tables. */
final class ValueGrids {

  private ValueGrids() {}

  /**
   * A row for each component of a record: its name and its value; of a record in it a row for each
   * of its own, called "optimizer.rate" as in a search space.
   */
  static View record(Record record) {
    List<List<String>> rows = new ArrayList<>();
    addComponents(rows, "", record);
    return rows.isEmpty()
        ? View.ofText(record.toString())
        : Grid.of(List.of(), List.of(false, false), rows).view(record.getClass().getSimpleName());
  }

  private static void addComponents(List<List<String>> rows, String path, Record record) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = value(component, record);
      String name = path + component.getName();
      if (value instanceof Record inner && hasNoWordsOfItsOwn(inner)) {
        rows.add(List.of(name, inner.getClass().getSimpleName()));
        addComponents(rows, name + ".", inner);
      } else {
        rows.add(List.of(name, Texts.inCell(value)));
      }
    }
  }

  /** Whether it prints as any record does. */
  private static boolean hasNoWordsOfItsOwn(Record record) {
    return record.toString().startsWith(record.getClass().getSimpleName() + "[");
  }

  /** A row for each entry of a map. */
  static View map(Map<?, ?> map) {
    if (map.isEmpty()) {
      return View.ofText("{}");
    }
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    boolean numbers = map.values().stream().allMatch(Number.class::isInstance);
    return Grid.of(
            List.of("key", "value"),
            List.of(false, numbers),
            entries.size(),
            i -> cells(entries.get(i)))
        .view("");
  }

  private static List<String> cells(Map.Entry<?, ?> entry) {
    return List.of(Texts.inCell(entry.getKey()), Texts.inCell(entry.getValue()));
  }

  /** A row for each record, if they are all of one kind; any other list as it prints. */
  static View list(List<?> list) {
    if (list.isEmpty() || !(list.get(0) instanceof Record first)) {
      return View.ofText(Texts.of(list));
    }
    Class<?> type = first.getClass();
    RecordComponent[] components = type.getRecordComponents();
    if (components.length == 0 || !list.stream().allMatch(type::isInstance)) {
      return View.ofText(Texts.of(list));
    }
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    List<Boolean> numeric =
        Arrays.stream(components).map(component -> Texts.isNumber(component.getType())).toList();
    return Grid.of(names, numeric, list.size(), i -> row(components, (Record) list.get(i)))
        .view("");
  }

  private static List<String> row(RecordComponent[] components, Record record) {
    List<String> row = new ArrayList<>();
    for (RecordComponent component : components) {
      row.add(Texts.inCell(value(component, record)));
    }
    return row;
  }

  private static Object value(RecordComponent component, Record record) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    try {
      return accessor.invoke(record);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + component, e);
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }
}
