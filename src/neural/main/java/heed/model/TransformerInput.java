package heed.model;

import ai.djl.ndarray.NDArray;
import heed.attention.PositionEncodings;
import heed.layer.LayerNorm;
import heed.layer.Parameters;

/** What a {@link Transformer} makes of events before its first block. */
public interface TransformerInput {

  /**
   * The vectors that the first block reads, before dropout.
   *
   * @return (B, L, D)
   * @throws IllegalArgumentException if the histories are longer than the network reads
   */
  NDArray read(Events events);

  /** The vectors of padding and the items, which states are multiplied with as well: (N + 1, D). */
  EmbeddingTable items();

  /** The positions' encodings, whose biases the network adds to its mask. */
  PositionEncodings positions();

  /**
   * The items' vectors times the root of D, and those of their positions: Kang and McAuley 2018,
   * section III-A; the factor is that of the authors' code and of Vaswani et al. 2017, section 3.4.
   *
   * @param items N
   */
  static TransformerInput scaled(TransformerConfig config, Parameters parameters, int items) {
    return new ScaledInput(
        EmbeddingTable.create(parameters, "items", items + 1, config.width()),
        positions(config, parameters),
        config.positionCount());
  }

  /**
   * The vectors of items or of a mask in their place (item number N + 1, as {@link
   * heed.batch.Task.MaskedItems} gives it), and those of their positions, summed and normalised:
   * Sun et al. 2019, section 3.4. Its settings count one position for the mask behind a history
   * ({@link TransformerConfig#positionCount}).
   *
   * @param items N
   */
  static TransformerInput masked(TransformerConfig config, Parameters parameters, int items) {
    int width = config.width();
    return new MaskedInput(
        EmbeddingTable.create(parameters, "items", items + 1, width),
        EmbeddingTable.create(parameters, "maskVector", 1, width).vectors(), // (1, D)
        positions(config, parameters),
        LayerNorm.create(parameters, "inputNorm", width),
        items + 1,
        config.positionCount());
  }

  /** The encodings that the settings ask for. */
  static PositionEncodings positions(TransformerConfig config, Parameters parameters) {
    return PositionEncodings.create(
        config.positionKinds(), parameters, config.positionCount(), config.width(), config.heads());
  }
}
