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
public sealed interface Rule {

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
    return new None();
  }

  /** The item {@code steps} back decides; 1 is the last one. */
  static Rule back(int steps) {
    return new Back(steps);
  }

  /** One of the last {@code few} items decides, each as likely. */
  static Rule local(int few) {
    return new Local(few);
  }

  /**
   * Time decides: one of the items met between {@code least} and {@code most} before the last
   * event, each as likely. Positions alone cannot tell which those are.
   */
  static Rule ago(Duration least, Duration most) {
    return new Ago(least, most);
  }

  /** One of the items of the same session decides, each as likely; its first item is free. */
  static Rule sameSession() {
    return new Session(0);
  }

  /** One of the items of the session before decides, each as likely. */
  static Rule previousSession() {
    return new Session(1);
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

  /** No event decides. */
  record None() implements Rule {

    @Override
    public String name() {
      return "no rule";
    }

    @Override
    public Span causes(PlantedPast past, boolean opens) {
      return Span.EMPTY;
    }
  }

  /**
   * A fixed number of steps back.
   *
   * @param steps at least 1
   */
  record Back(int steps) implements Rule {

    public Back {
      if (steps < 1) {
        throw new IllegalArgumentException("a rule looks at least 1 step back, found " + steps);
      }
    }

    @Override
    public String name() {
      return "the item " + steps + " back decides";
    }

    @Override
    public Span causes(PlantedPast past, boolean opens) {
      return Span.at(past.length() - steps);
    }
  }

  /**
   * One of the last few.
   *
   * @param few at least 1
   */
  record Local(int few) implements Rule {

    public Local {
      if (few < 1) {
        throw new IllegalArgumentException("a local rule sees at least 1 item, found " + few);
      }
    }

    @Override
    public String name() {
      return "one of the last " + few + " items decides";
    }

    @Override
    public Span causes(PlantedPast past, boolean opens) {
      return Span.any(Math.max(0, past.length() - few), past.length());
    }
  }

  /**
   * The latest of those met some time ago.
   *
   * @param least shortest time before the last event, above zero
   * @param most longest time before the last event
   */
  record Ago(Duration least, Duration most) implements Rule {

    public Ago {
      if (least.isNegative() || least.isZero() || most.compareTo(least) < 0) {
        throw new IllegalArgumentException(
            "a rule of time looks back from above zero to as much or more, found "
                + least
                + " to "
                + most);
      }
    }

    @Override
    public String name() {
      return "the latest item met " + least + " to " + most + " before the last decides";
    }

    @Override
    public Span causes(PlantedPast past, boolean opens) {
      int to = past.length();
      while (to > 0 && age(past, to - 1) < least.toMillis()) {
        to--;
      }
      int from = to;
      while (from > 0 && age(past, from - 1) <= most.toMillis()) {
        from--;
      }
      return Span.latest(from, to);
    }

    private static long age(PlantedPast past, int position) {
      return past.time(past.length() - 1) - past.time(position);
    }
  }

  /**
   * One of the items of a session.
   *
   * @param before how many sessions back: 0 the session of the next event, 1 the one before
   */
  record Session(int before) implements Rule {

    public Session {
      if (before < 0) {
        throw new IllegalArgumentException("sessions are counted back from 0, found " + before);
      }
    }

    @Override
    public String name() {
      return before == 0
          ? "one of the items of the same session decides"
          : "one of the items of the session " + before + " before decides";
    }

    @Override
    public Span causes(PlantedPast past, boolean opens) {
      int to = past.length();
      int from = opens ? to : past.sessionStart(to - 1);
      for (int i = 0; i < before && to > 0; i++) {
        to = from;
        from = past.sessionStart(to - 1);
      }
      return Span.any(from, to);
    }
  }

  /** The item in the same place of the session before. */
  record SamePlace() implements Rule {

    @Override
    public String name() {
      return "the item in the same place of the session before decides";
    }

    @Override
    public Span causes(PlantedPast past, boolean opens) {
      int start = opens ? past.length() : past.sessionStart(past.length() - 1);
      int before = past.sessionStart(start - 1);
      int place = past.length() - start;
      return before + place < start ? Span.at(before + place) : Span.EMPTY;
    }
  }

  /**
   * One of the first few, of the last item's topic.
   *
   * @param few at least 1
   * @param least fewest steps back, at least 1; 1 is the last event
   */
  record Beginning(int few, int least) implements Rule {

    public Beginning {
      if (few < 1 || least < 1) {
        throw new IllegalArgumentException(
            "a beginning has at least 1 item, at least 1 step back, found "
                + few
                + " and "
                + least);
      }
    }

    @Override
    public String name() {
      return String.format(
          "of the first %d items the latest of the last item's topic, %d or more back, decides",
          few, least);
    }

    @Override
    public Span causes(PlantedPast past, boolean opens) {
      int last = past.length() - 1;
      for (int i = Math.min(few - 1, past.length() - least); i >= 0; i--) {
        if (past.topic(i) == past.topic(last)) {
          return Span.at(i);
        }
      }
      return Span.EMPTY;
    }
  }
}
