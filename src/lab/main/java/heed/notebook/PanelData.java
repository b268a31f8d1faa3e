package heed.notebook;

import heed.evaluation.Categories;
import heed.explain.AttentionMap;
import heed.explain.Attribution;
import heed.explain.Portrait;
import heed.explain.Portraits;
import heed.explain.Reasons;
import heed.explain.UserInterests;
import heed.model.AttentionLayer.Weights;
import heed.recommend.Ranking;
import heed.sequence.History;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the page of a {@link UserPanel} draws; shares are whole numbers of thousandths, which keeps
 * the page small.
 */
record PanelData(String recommender, String explainer, List<User> users) {

  private static final int MOST_ITEMS = 3;
  private static final int MOST_REASONS = 2;

  /** An item; {@code note} is a line below its title, {@code when} a date, each maybe empty. */
  record Item(String title, String note, String when) {}

  /**
   * A recommended item; {@code because} in words, empty if nothing spoke for it; {@code reasons} by
   * event, of all for and against.
   */
  record Recommended(Item item, String because, int[] reasons) {}

  /** An interest; what each event gave to it, and what it would recommend by itself. */
  record Interest(int weight, int[] shares, List<Item> items) {}

  /** A layer's head, or the mean of all; its rows up to the diagonal, or whole. */
  record Head(String name, int[][] rows) {}

  record User(
      String name,
      List<Item> events,
      boolean shares,
      List<Head> heads,
      List<Interest> interests,
      List<Recommended> recommended) {}

  static PanelData of(Portraits portraits, Optional<Categories> kinds) {
    return new PanelData(
        portraits.recommender(),
        portraits.explainer(),
        portraits.users().stream().map(user -> user(user, kinds)).toList());
  }

  private static User user(Portrait portrait, Optional<Categories> kinds) {
    History history = portrait.history();
    List<Item> events = new ArrayList<>();
    for (int i = 0; i < history.length(); i++) {
      String title = history.titles().get(i);
      events.add(new Item(title, note(history.item(i), kinds), day(history.time(i))));
    }
    portrait.attention().ifPresent(map -> addQuestion(events, map));
    return new User(
        portrait.user(),
        events,
        portrait.attention().stream().noneMatch(map -> map.kind() == Weights.UNNORMALIZED),
        portrait.attention().map(PanelData::heads).orElse(List.of()),
        portrait.interests().map(found -> interests(found, kinds)).orElse(List.of()),
        IntStream.range(0, portrait.reasons().size())
            .mapToObj(i -> recommended(portrait, i, kinds))
            .toList());
  }

  /** What a network that is asked with a mask looks from. */
  private static void addQuestion(List<Item> events, AttentionMap map) {
    map.labels().subList(events.size(), map.labels().size()).stream()
        .map(place -> new Item(place, "", ""))
        .forEach(events::add);
  }

  private static List<Head> heads(AttentionMap map) {
    List<Head> heads = new ArrayList<>();
    heads.add(new Head("mean of all layers and heads", rows(map, map.mean())));
    for (int layer = 0; layer < map.layers().size(); layer++) {
      for (int head = 0; head < map.heads(); head++) {
        String name = map.layers().get(layer).name() + ", head " + (head + 1);
        heads.add(new Head(name, rows(map, map.head(layer, head))));
      }
    }
    return heads;
  }

  private static int[][] rows(AttentionMap map, float[][] weights) {
    int[][] rows = new int[weights.length][];
    for (int query = 0; query < rows.length; query++) {
      float[] row = weights[query];
      int seen = map.looksAhead() ? row.length : query + 1;
      rows[query] = IntStream.range(0, seen).map(key -> thousandths(row[key])).toArray();
    }
    return rows;
  }

  private static List<Interest> interests(UserInterests found, Optional<Categories> kinds) {
    return found.byWeight().stream()
        .map(
            interest ->
                new Interest(
                    thousandths(interest.weight()),
                    IntStream.range(0, interest.shares().length)
                        .map(event -> thousandths(interest.shares()[event]))
                        .toArray(),
                    interest.ranking().entries().stream()
                        .limit(MOST_ITEMS)
                        .map(entry -> item(entry, kinds))
                        .toList()))
        .toList();
  }

  private static Recommended recommended(Portrait portrait, int i, Optional<Categories> kinds) {
    Attribution reasons = portrait.reasons().get(i);
    double all = Arrays.stream(reasons.weights()).map(Math::abs).sum();
    return new Recommended(
        item(portrait.ranking().entries().get(i), kinds),
        because(reasons, MOST_REASONS),
        Arrays.stream(reasons.weights())
            .mapToInt(weight -> all == 0 ? 0 : thousandths(weight / all))
            .toArray());
  }

  /** "because of" the strongest events, or nothing if none spoke for the item. */
  static String because(Attribution attribution, int most) {
    Reasons reasons = attribution.reasons(most);
    return reasons.reasons().isEmpty()
        ? ""
        : "because of "
            + reasons.reasons().stream()
                .map(Reasons.Reason::toString)
                .collect(Collectors.joining(" and "));
  }

  private static Item item(Ranking.Entry entry, Optional<Categories> kinds) {
    return new Item(entry.title(), note(entry.item(), kinds), "");
  }

  private static String note(int item, Optional<Categories> kinds) {
    return kinds
        .map(
            known ->
                Arrays.stream(known.of(item))
                    .mapToObj(known.names()::get)
                    .collect(Collectors.joining(", ")))
        .orElse("");
  }

  private static String day(long time) {
    return time == History.NOW
        ? ""
        : Instant.ofEpochSecond(time).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static int thousandths(double share) {
    return (int) Math.round(1000 * share);
  }
}
