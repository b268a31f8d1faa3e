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

  /** A row for each component of a record: its name and its value. */
  static View record(Record record) {
    List<List<String>> rows = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      rows.add(List.of(component.getName(), Texts.inCell(value(component, record))));
    }
    if (rows.isEmpty()) {
      return View.ofText(record.toString());
    }
    Grid grid = Grid.of(List.of(), List.of(false, false), rows, rows.size());
    return grid.view(record.getClass().getSimpleName());
  }

  /** A row for each entry of a map. */
  static View map(Map<?, ?> map) {
    if (map.isEmpty()) {
      return View.ofText("{}");
    }
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    List<List<String>> rows = new ArrayList<>();
    for (int i : Grid.shownOf(entries.size())) {
      Map.Entry<?, ?> entry = entries.get(i);
      rows.add(List.of(Texts.inCell(entry.getKey()), Texts.inCell(entry.getValue())));
    }
    boolean numbers = map.values().stream().allMatch(Number.class::isInstance);
    return Grid.of(List.of("key", "value"), List.of(false, numbers), rows, entries.size()).view("");
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
    List<List<String>> rows = new ArrayList<>();
    for (int i : Grid.shownOf(list.size())) {
      rows.add(row(components, (Record) list.get(i)));
    }
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    List<Boolean> numeric =
        Arrays.stream(components).map(component -> Texts.isNumber(component.getType())).toList();
    return Grid.of(names, numeric, rows, list.size()).view("");
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
