package heed.recommend.rule;

/**
 * What is asked of a list beside fit. A value that knows no catalogue; write your own as a record.
 * Rules compose: what one excludes no other brings back, amounts of several add up, and limits all
 * hold.
 *
 * <table>
 * <caption>The kinds</caption>
 * <tr><td>{@link Exclude}, {@link Blocklist}<td>leave items out
 * <tr><td>{@link AllowOnly}<td>leaves out all but some
 * <tr><td>{@link AtMost}<td>at most so many of a brand or category
 * <tr><td>{@link Boost}<td>raises or lowers some
 * <tr><td>{@link Diversify}<td>trades fit for variety
 * <tr><td>{@link Calibrate}<td>keeps to the categories of the history, in their proportion
 * </table>
 */
@FunctionalInterface
public interface Rule {

  /**
   * The rule for the items of one catalogue. What depends on nothing but these is worked out here.
   *
   * @throws IllegalArgumentException if it asks for a column that these items do not have
   */
  BoundRule on(Items items);
}
