package heed.model;

/** What a forward pass is for. */
public enum Purpose {
  /** Dropout is on; attention is not kept. */
  TRAINING,
  /** Dropout is off; attention is not kept. */
  SCORING,
  /** Dropout is off; attention is kept. */
  EXPLAINING
}
