package heed.preparation;

import heed.log.EventColumns;
import heed.log.Ids;
import heed.log.Interactions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The rows of some types.
 *
 * @param types at least one
 */
record OfTypes(List<String> types) implements TableStep {

  private static final int TYPES_SHOWN = 10;

  OfTypes {
    types = types.stream().distinct().sorted().toList();
    if (types.isEmpty()) {
      throw new IllegalArgumentException(
          "no types to keep; name one or more, as in Steps.ofTypes(\"purchase\")");
    }
  }

  @Override
  public String name() {
    return "keep events of type " + String.join(" or ", types);
  }

  @Override
  public Interactions of(Interactions log) {
    EventColumns events = Field.TYPE.demandedBy(this, log);
    if (events.size() == 0) {
      return log;
    }
    Ids column = events.types().orElseThrow();
    boolean[] wanted = new boolean[column.distinct().size()];
    for (String type : types) {
      wanted[code(type, column.distinct(), log.name())] = true;
    }
    boolean[] kept = new boolean[column.size()];
    for (int row = 0; row < kept.length; row++) {
      kept[row] = wanted[column.code(row)];
    }
    return log.keep(kept);
  }

  private static int code(String type, List<String> known, String log) {
    int code = known.indexOf(type);
    if (code < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "no event of type '%s' in %s; its types are %s%s",
              type,
              log,
              String.join(", ", known.subList(0, Math.min(TYPES_SHOWN, known.size()))),
              known.size() > TYPES_SHOWN ? ", ..." : ""));
    }
    return code;
  }

  @Override
  public String query(String rows, TableFacts facts) {
    Field.TYPE.requireIn(this, facts.name(), !facts.types().isEmpty());
    List<String> known = facts.types().keySet().stream().sorted().toList();
    return types.stream()
        .map(type -> String.valueOf(facts.types().get(known.get(code(type, known, facts.name())))))
        .collect(Collectors.joining(", ", "SELECT * FROM " + rows + " WHERE y IN (", ")"));
  }
}
