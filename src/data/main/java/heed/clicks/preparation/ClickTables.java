package heed.clicks.preparation;

import heed.clicks.ClickCounts;
import heed.clicks.ClickFields;
import heed.clicks.ClickSide;
import heed.clicks.ClickTable;
import heed.clicks.Clicks;
import heed.features.FeatureRows;
import heed.features.FittedCodes;
import heed.features.FittedColumns;
import heed.features.FittedFeature;
import heed.features.FittedFeatures;
import heed.features.fitting.Count;
import heed.features.fitting.CountTable;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.features.fitting.PastCounts;
import heed.features.fitting.Scaler;
import heed.log.Attributes;
import heed.log.Ids;
import heed.log.Interactions;
import heed.preparation.Steps;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes the table of a log of clicks: fields of both sides, counts of the past, histories. */
final class ClickTables {

  private ClickTables() {}

  static ClickTable of(Interactions given, ClickFeatures features, int[] training, long seed) {
    Interactions log = typed(given);
    Catalogue catalogue = Catalogue.of(log.items().distinct(), log.titles());
    List<String> numbered = new ArrayList<>(List.of(""));
    numbered.addAll(log.items().distinct());
    return new ClickTable(
        log,
        catalogue,
        clicked(log, catalogue, seed),
        side(
            "user",
            log.users().distinct(),
            log.userAttributes(),
            features.users(),
            met(log.users(), training)),
        side("item", numbered, log.itemAttributes(), features.items(), met(log.items(), training)),
        counts(log, features.userCounts(), training),
        counts(log, features.itemCounts(), training));
  }

  /** The log with each row's type, so that clicks can be counted apart. */
  private static Interactions typed(Interactions log) {
    List<String> types = new ArrayList<>();
    for (int row = 0; row < log.size(); row++) {
      if (log.value(row) != 0 && log.value(row) != 1) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a row of clicks has the value 1 or 0, found %s in row %,d of %s; make clicks of"
                    + " it with ClickLabels",
                log.value(row),
                row + 1,
                log.name()));
      }
      types.add(log.value(row) == 1 ? Clicks.CLICK : Clicks.PASS);
    }
    return log.withTypes(Ids.of(types));
  }

  private static List<String> met(Ids ids, int[] rows) {
    return Arrays.stream(rows).map(ids::code).distinct().mapToObj(ids.distinct()::get).toList();
  }

  /** A history a user, empty where nothing was clicked, over the items of the whole log. */
  private static List<History> clicked(Interactions log, Catalogue catalogue, long seed) {
    Sequences only = Sequences.of(log.prepared(Steps.atLeast(1)), seed);
    int[] numbers =
        IntStream.rangeClosed(1, only.catalogue().size())
            .map(item -> catalogue.item(only.catalogue().id(item)))
            .toArray();
    History[] histories = new History[log.users().distinct().size()];
    Arrays.fill(histories, History.untimed(catalogue));
    List<String> users = log.users().distinct();
    for (int i = 0, user = 0; i < only.size(); i++, user++) {
      while (!users.get(user).equals(only.user(i))) { // Both ascend.
        user++;
      }
      History history = only.history(i);
      histories[user] =
          History.of(
              catalogue,
              Arrays.stream(history.items()).map(item -> numbers[item - 1]).toArray(),
              IntStream.range(0, history.length()).mapToLong(history::time).toArray());
    }
    return List.of(histories);
  }

  private static ClickCounts counts(Interactions log, List<Count> counts, int[] training) {
    if (counts.isEmpty()) {
      return new ClickCounts(List.of(), new float[log.size()][0]);
    }
    CountTable table = PastCounts.of(log, counts.toArray(Count[]::new)).atEvents();
    return new ClickCounts(
        table.names().stream().map(name -> new ClickFields.Numbers(name, 1)).toList(),
        table.fit(Scaler.QUANTILE, training).of(table));
  }

  /**
   * A side whose first field is the id: unknown where the training part lacks it.
   *
   * @param name of the id's field
   * @param ids in the order of their numbers; empty for padding
   * @param training the ids of the training part
   */
  private static ClickSide side(
      String name,
      List<String> ids,
      Attributes attributes,
      List<Feature> features,
      Collection<String> training) {
    List<FittedFeature> fitted =
        features.isEmpty()
            ? List.of()
            : new FeatureSet(features).fit(attributes, training).features();
    FeatureRows rows = new FittedFeatures(fitted).of(attributes, ids);
    ClickFields fields = fields(name, ids.size(), fitted);
    int[] starts = fields.starts();
    Set<String> known = new HashSet<>(training);
    int[][] codes = new int[ids.size()][];
    float[][] numbers = new float[ids.size()][];
    for (int i = 0; i < codes.length; i++) {
      boolean padding = ids.get(i).isEmpty();
      codes[i] = new int[starts.length];
      for (int field = 0; field < starts.length; field++) {
        int code = field == 0 ? idCode(i, ids.get(i), known) : rows.codes(i)[field - 1];
        codes[i][field] = starts[field] + (padding ? 0 : code);
      }
      numbers[i] = padding ? new float[rows.width()] : rows.dense(i);
    }
    return new ClickSide(fields, codes, numbers);
  }

  private static int idCode(int number, String id, Set<String> known) {
    return known.contains(id) ? FittedCodes.UNKNOWN + 1 + number : FittedCodes.UNKNOWN;
  }

  private static ClickFields fields(String name, int ids, List<FittedFeature> fitted) {
    List<ClickFields.Codes> codes = new ArrayList<>();
    List<ClickFields.Numbers> numbers = new ArrayList<>();
    codes.add(new ClickFields.Codes(name, FittedCodes.UNKNOWN + 1 + ids));
    for (FittedFeature feature : fitted) {
      if (feature instanceof FittedCodes coded) {
        codes.add(new ClickFields.Codes(coded.attribute(), coded.size()));
      } else if (feature instanceof FittedColumns columns) {
        String column = columns.width() == 1 ? columns.columns().get(0) : columns.attribute();
        numbers.add(new ClickFields.Numbers(column, columns.width()));
      }
    }
    return new ClickFields(codes, numbers);
  }
}
