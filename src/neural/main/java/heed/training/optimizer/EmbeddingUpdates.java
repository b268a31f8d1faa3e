package heed.training.optimizer;

/** Which items' vectors a step moves. */
public enum EmbeddingUpdates {

  /** All: Adam as it was published. A step takes time and memory that grow with the catalogue. */
  DENSE,

  /**
   * Only those that the step meets, as event, target or negative, so that a step over a million
   * items costs what one over a few thousand does. For sampled objectives over large catalogues.
   *
   * <p>The gradient is the same; what differs from {@link #DENSE} is what Adam does with an item
   * that a step does not meet: nothing, see {@link Adam}.
   */
  SPARSE
}
