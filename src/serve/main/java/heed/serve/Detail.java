package heed.serve;

/**
 * What an answer tells beside the list. Each costs more than the list itself.
 *
 * @param reasons of each item, the events that spoke for it
 * @param attention of the network over the history, if it attends
 */
public record Detail(boolean reasons, boolean attention) {

  /** The list alone. */
  public static final Detail NONE = new Detail(false, false);

  /** All there is. */
  public static final Detail ALL = new Detail(true, true);
}
