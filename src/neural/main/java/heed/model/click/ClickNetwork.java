package heed.model.click;

import heed.clicks.ClickSchema;
import heed.layer.Parameters;
import heed.model.Purpose;

/**
 * A network that says how likely a user clicks an item. Owns its parameters' native memory; {@link
 * #close()} frees it.
 *
 * <p>Draw every learnt array from {@link Parameters}, so that seeds, saving and loading work by
 * themselves. {@link FieldVectors} turns the fields of both sides into vectors, {@link ClickTower}
 * vectors into log-odds. Predicting changes nothing, so that several threads may ask, and leaves
 * nothing in the memory of the parameters: these are never the first operand.
 */
public interface ClickNetwork extends AutoCloseable {

  ClickConfig config();

  /** The fields it was made for. */
  ClickSchema schema();

  Parameters parameters();

  /**
   * Log-odds of a click, one per row. Rows do not see each other, and padding is not seen at all.
   *
   * @throws IllegalArgumentException if the histories are longer than the network reads
   */
  ClickLogits predict(ClickInput input, Purpose purpose);

  @Override
  default void close() {
    parameters().close();
  }
}
