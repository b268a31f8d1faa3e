package heed.clicks;

import heed.features.FeatureRows;
import heed.features.FittedCodes;
import heed.features.FittedColumns;
import heed.features.FittedFeature;
import heed.features.FittedFeatures;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.log.Attributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of all users, or of all items, whenever they are met.
 *
 * @param fields what there is
 * @param codes rows of one table for all fields of codes, by number
 * @param numbers columns, by number
 */
record ClickSide(ClickFields fields, int[][] codes, float[][] numbers) {

  /**
   * A side whose first field is the id: unknown where the training part lacks it.
   *
   * @param name of the id's field
   * @param ids in the order of their numbers; empty for padding
   * @param training the ids of the training part
   */
  static ClickSide of(
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

  int[] codes(int number) {
    return codes[number].clone();
  }

  float[] numbers(int number) {
    return numbers[number].clone();
  }
}
