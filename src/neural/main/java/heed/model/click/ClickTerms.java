package heed.model.click;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import heed.clicks.ClickSchema;
import heed.layer.Parameters;
import heed.model.EmbeddingTable;

/**
 * Every variable of a row times the vector it has: the x_i v_i of Rendle 2010, eq. 1. Variables are
 * the fields of both sides and, as in his figure 1, the events of the history, each as one over
 * their number.
 *
 * @param users of the user's fields
 * @param items of the item's fields
 * @param history of the codes of an event: (rows, D)
 */
public record ClickTerms(FieldVectors users, FieldVectors items, EmbeddingTable history) {

  /**
   * Fresh terms for these fields.
   *
   * @param name what the names of its parameters begin with
   * @param deviation of the normal distribution, cut off at two, that vectors are drawn from
   */
  public static ClickTerms create(
      Parameters parameters, String name, ClickSchema schema, int width, double deviation) {
    return new ClickTerms(
        FieldVectors.create(parameters, name + ".users", schema.users(), width, deviation),
        FieldVectors.create(parameters, name + ".items", schema.items(), width, deviation),
        new EmbeddingTable(
            parameters.truncatedNormal(
                name + ".history", deviation, new Shape(schema.events().rows(), width))));
  }

  /** From B rows to their V variables, padding being 0: (B, V, D). */
  public NDArray of(ClickInput input) {
    NDArray shares = input.shares().expandDims(3); // (B, L, 1, 1)
    NDArray events = history.lookUp(input.events().codes()).mul(shares); // (B, L, C, D)
    Shape shape = events.getShape();
    long each = shape.get(1) * shape.get(2);
    return NDArrays.concat(
        new NDList(
            users.terms(input.users()),
            items.terms(input.items()),
            events.reshape(shape.get(0), each, shape.get(3))), // (B, L * C, D)
        1); // (B, V, D)
  }
}
