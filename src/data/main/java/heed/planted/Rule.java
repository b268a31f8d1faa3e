package heed.planted;

import java.time.Duration;

/**
 * What decides the next item of a planted log: one earlier event, whose item's {@linkplain
 * PlantedTruth#follower follower} comes next. The rules differ in which event it is.
 *
 * <p>A rule is silent where the follower was met already. Long histories of popular items make it
 * so often; more items, a flatter {@linkplain Planted#withZipf popularity} or {@linkplain
 * Planted#withRepeats repeats} make it rare.
 */
public sealed interface Rule
    permits NoRule, StepsBack, LastFew, TimeAgo, EarlierSession, SamePlace, Beginning {

  /** What decides, in words. */
  String name();

  /**
   * The events that may decide the next one. Only those count whose follower can still come; the
   * rule is silent where there is none.
   *
   * @param opens whether the next event opens a session, which no predictor can know
   */
  Span causes(PlantedPast past, boolean opens);

  /**
   * A run of positions in a history, 0 the oldest.
   *
   * @param from the first
   * @param to one behind the last
   * @param latest whether the latest that can decide does; else each that can is as likely
   */
  record Span(int from, int to, boolean latest) {

    static final Span EMPTY = new Span(0, 0, false);

    static Span any(int from, int to) {
      return new Span(from, to, false);
    }

    static Span latest(int from, int to) {
      return new Span(from, to, true);
    }

    static Span at(int position) {
      return position < 0 ? EMPTY : any(position, position + 1);
    }
  }

  /** Nothing decides: interests and popularity are all there is. */
  static Rule none() {
    return new NoRule();
  }

  /** The item {@code steps} back decides; 1 is the last one. */
  static Rule back(int steps) {
    return new StepsBack(steps);
  }

  /** One of the last {@code few} items decides, each as likely. */
  static Rule local(int few) {
    return new LastFew(few);
  }

  /**
   * Time decides: one of the items met between {@code least} and {@code most} before the last
   * event, each as likely. Positions alone cannot tell which those are.
   */
  static Rule ago(Duration least, Duration most) {
    return new TimeAgo(least, most);
  }

  /** One of the items of the same session decides, each as likely; its first item is free. */
  static Rule sameSession() {
    return new EarlierSession(0);
  }

  /** One of the items of the session before decides, each as likely. */
  static Rule previousSession() {
    return new EarlierSession(1);
  }

  /**
   * The item in the same place of the session before decides: its first item the first of this
   * session, its second the second. Positions alone cannot tell which that is.
   */
  static Rule samePlace() {
    return new SamePlace();
  }

  /**
   * What was said at the beginning decides when its topic comes up again, late: after an event of
   * some topic, the latest of the user's first {@code few} items that has this topic, if it lies
   * {@code least} or more steps back. Nothing in between tells which that was.
   */
  static Rule beginning(int few, int least) {
    return new Beginning(few, least);
  }
}
