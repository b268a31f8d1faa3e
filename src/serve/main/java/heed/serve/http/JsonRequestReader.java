package heed.serve.http;

import com.google.gson.JsonElement;
import heed.log.Counted;
import heed.recommend.Seen;
import heed.recommend.rule.AllowOnly;
import heed.recommend.rule.AtMost;
import heed.recommend.rule.Boost;
import heed.recommend.rule.Calibrate;
import heed.recommend.rule.Condition;
import heed.recommend.rule.Diversify;
import heed.recommend.rule.Exclude;
import heed.recommend.rule.Items;
import heed.recommend.rule.Rule;
import heed.sequence.History;
import heed.serve.Detail;
import heed.serve.Event;
import heed.serve.Request;
import heed.serve.UnknownItems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads requests for a list from JSON, within the limits of a service. */
record JsonRequestReader(HttpOptions options) {

  /** What an event of a history may have. */
  private static final String[] EVENT = {"item", "time", "type"};

  private static final String[] FIELDS = {
    "history",
    "user",
    "item",
    "k",
    "seen",
    "unknown",
    "reasons",
    "attention",
    "deadlineMillis",
    "exclude",
    "allow",
    "atMost",
    "boost",
    "diversify",
    "calibrate"
  };

  /**
   * The request.
   *
   * @throws RuntimeException that says what is wrong with it
   */
  Request request(Fields fields) {
    fields.only(FIELDS);
    Request request =
        subject(fields)
            .withK(k(fields))
            .withSeen(choice(fields, "seen", Seen.class).orElse(Seen.EXCLUDED))
            .withUnknown(choice(fields, "unknown", UnknownItems.class).orElse(UnknownItems.WARNED))
            .withDetail(
                new Detail(
                    fields.flag("reasons").orElse(false), fields.flag("attention").orElse(false)))
            .withRules(rules(fields).toArray(Rule[]::new));
    return fields
        .whole("deadlineMillis")
        .map(millis -> request.withDeadline(Duration.ofMillis(millis)))
        .orElse(request);
  }

  private Request subject(Fields fields) {
    int named = 0;
    for (String subject : List.of("history", "user", "item")) {
      named += fields.has(subject) ? 1 : 0;
    }
    if (named != 1) {
      throw new Refusal(
          400,
          fields.where()
              + " names one of 'history', 'user' and 'item'; found "
              + named
              + "; for nobody in particular give an empty history");
    }
    if (fields.has("user")) {
      return Request.ofUser(fields.requiredText("user"));
    }
    return fields.has("item")
        ? Request.likeItem(fields.requiredText("item"))
        : Request.of(history(fields));
  }

  private List<Event> history(Fields fields) {
    List<Event> events = new ArrayList<>();
    for (JsonElement event : fields.array("history")) {
      if (event.isJsonObject()) {
        events.add(event(new Fields("'history'", event.getAsJsonObject()).only(EVENT)));
      } else if (event.isJsonPrimitive() && event.getAsJsonPrimitive().isString()) {
        events.add(Event.now(event.getAsString()));
      } else {
        throw new Refusal(
            400,
            "'history' is an array of item ids, or of objects with 'item', 'time' and"
                + " 'type'; found "
                + Call.kind(event));
      }
    }
    if (events.size() > options.longestHistory()) {
      throw new Refusal(
          400,
          String.format(
              Locale.ROOT,
              "a history holds at most %s here, found %,d; send the latest",
              Counted.of(options.longestHistory(), "event"),
              events.size()));
    }
    return events;
  }

  /** An event whose fields are among {@link #EVENT}, or more. */
  static Event event(Fields fields) {
    return new Event(
        fields.requiredText("item"),
        fields.whole("time").orElse(History.NOW),
        fields.text("type").orElse(""));
  }

  private int k(Fields fields) {
    long k = fields.whole("k").orElse(10L);
    if (k < 1 || k > options.mostItems()) {
      throw new Refusal(
          400,
          String.format(
              Locale.ROOT, "'k' is between 1 and %,d here, found %,d", options.mostItems(), k));
    }
    return (int) k;
  }

  private static <E extends Enum<E>> Optional<E> choice(
      Fields fields, String name, Class<E> choices) {
    return fields
        .text(name)
        .map(
            text -> {
              List<String> known = new ArrayList<>();
              for (E choice : choices.getEnumConstants()) {
                String called = choice.name().toLowerCase(Locale.ROOT);
                if (called.equals(text)) {
                  return choice;
                }
                known.add(called);
              }
              throw new Refusal(
                  400, "'" + name + "' is one of " + known + ", found '" + text + "'");
            });
  }

  private static List<Rule> rules(Fields fields) {
    List<Rule> rules = new ArrayList<>();
    if (fields.has("exclude")) {
      rules.add(new Exclude(new HashSet<>(fields.texts("exclude"))));
    }
    for (Fields allow : fields.objects("allow")) {
      rules.add(new AllowOnly(condition(allow.only("column", "values", "low", "high"))));
    }
    for (Fields most : fields.objects("atMost")) {
      most.only("count", "column", "yielding");
      long count = most.whole("count").orElse(1L);
      rules.add(
          new AtMost(
              (int) Math.min(Integer.MAX_VALUE, Math.max(0, count)),
              column(most),
              most.flag("yielding").orElse(false)));
    }
    for (Fields boost : fields.objects("boost")) {
      boost.only("column", "values", "low", "high", "amount");
      rules.add(new Boost(condition(boost), boost.requiredNumber("amount")));
    }
    fields
        .object("diversify")
        .map(own -> own.only("dial", "column"))
        .ifPresent(own -> rules.add(new Diversify(own.requiredNumber("dial"), column(own))));
    fields
        .object("calibrate")
        .map(own -> own.only("dial", "column"))
        .ifPresent(own -> rules.add(new Calibrate(own.requiredNumber("dial"), column(own))));
    return rules;
  }

  private static String column(Fields fields) {
    return fields.text("column").orElse(Items.KINDS);
  }

  private static Condition condition(Fields fields) {
    if (fields.has("values")) {
      return Condition.category(column(fields), distinct(fields.texts("values")));
    }
    return Condition.between(
        column(fields),
        fields.number("low").orElse(Double.NEGATIVE_INFINITY),
        fields.number("high").orElse(Double.POSITIVE_INFINITY));
  }

  private static String[] distinct(List<String> texts) {
    return texts.stream().distinct().toArray(String[]::new);
  }
}
