package heed.model.click;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import heed.clicks.ClickFields;
import heed.layer.Parameters;
import heed.model.EmbeddingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The learnt vectors of one side's fields. A code has a vector; a column of numbers has one that is
 * multiplied by the number, as in AutoInt: Song et al. 2019. The columns of a field add up.
 *
 * @param fields what there is
 * @param codes one table for all fields of codes: (rows, D)
 * @param numbers one array a field of numbers: (columns, D)
 */
public record FieldVectors(ClickFields fields, EmbeddingTable codes, List<NDArray> numbers) {

  public FieldVectors {
    numbers = List.copyOf(numbers);
  }

  /**
   * Vectors from a normal distribution cut off at two deviations.
   *
   * @param name what the names of its parameters begin with
   * @param width D
   */
  public static FieldVectors create(
      Parameters parameters, String name, ClickFields fields, int width, double deviation) {
    NDArray table =
        parameters.truncatedNormal(name + ".codes", deviation, new Shape(fields.rows(), width));
    return new FieldVectors(
        fields,
        new EmbeddingTable(table),
        IntStream.range(0, fields.numbers().size())
            .mapToObj(
                field ->
                    parameters.truncatedNormal(
                        name + ".numbers." + field,
                        deviation,
                        new Shape(fields.numbers().get(field).width(), width)))
            .toList());
  }

  /** The same vectors for the first of these fields. */
  public FieldVectors of(ClickFields first) {
    return new FieldVectors(first, codes, numbers.subList(0, first.numbers().size()));
  }

  /** A vector per field, F of them: (B, F, D), of events (B, L, F, D). */
  public NDArray words(ClickInput.Side side) {
    NDList words = new NDList(codes.lookUp(side.codes())); // (..., C, D)
    List<NDArray> columns = columns(side);
    for (int field = 0; field < columns.size(); field++) {
      NDArray sum = columns.get(field).matMul(numbers.get(field)); // (..., D)
      words.add(sum.expandDims(sum.getShape().dimension() - 1)); // (..., 1, D)
    }
    return joined(words); // (..., F, D)
  }

  /** The sum of the vectors of all fields: (B, D), of events (B, L, D). */
  public NDArray sum(ClickInput.Side side) {
    NDArray words = words(side); // (..., F, D)
    return words.sum(new int[] {words.getShape().dimension() - 2}); // (..., D)
  }

  /** A vector a code and a column, V of them: (B, V, D). */
  public NDArray terms(ClickInput.Side side) {
    NDList terms = new NDList(codes.lookUp(side.codes())); // (B, C, D)
    List<NDArray> columns = columns(side);
    for (int field = 0; field < columns.size(); field++) {
      terms.add(columns.get(field).expandDims(2).mul(numbers.get(field))); // (B, columns, D)
    }
    return joined(terms); // (B, V, D)
  }

  /** The columns of each field of numbers: (..., columns) each. */
  private List<NDArray> columns(ClickInput.Side side) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    NDArray all = side.numbers().orElseThrow(); // (..., N)
    List<Integer> ends = new ArrayList<>();
    int end = 0;
    for (ClickFields.Numbers field : fields.numbers()) {
      end += field.width();
      ends.add(end);
    }
    long[] cuts = ends.subList(0, ends.size() - 1).stream().mapToLong(cut -> cut).toArray();
    return cuts.length == 0 ? List.of(all) : all.split(cuts, all.getShape().dimension() - 1);
  }

  private static NDArray joined(NDList words) {
    int axis = words.head().getShape().dimension() - 2;
    return words.size() == 1 ? words.head() : NDArrays.concat(words, axis);
  }
}
