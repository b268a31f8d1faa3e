package heed.recommend.rule;

import heed.log.Attribute;
import heed.log.Attributes;
import heed.recommend.Ranking;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Six films by three makers, and catalogues drawn at random. */
final class RuleFixtures {

  /** Scores of the films a to f: a is best. */
  static final float[] FALLING = {99, 6, 5, 4, 3, 2, 1};

  private static final Map<String, List<String>> KINDS =
      Map.of(
          "a", List.of("drama"),
          "b", List.of("drama"),
          "c", List.of("drama"),
          "d", List.of("comedy"),
          "e", List.of("comedy", "drama"),
          "f", List.of());

  private static final Catalogue FILMS =
      Catalogue.of(KINDS.keySet(), Map.of()).withKinds(KINDS::get);

  static final Items ITEMS =
      Items.of(
          FILMS,
          new Attributes(
              List.of("a", "b", "c", "d", "e"),
              List.of(Attribute.number("price"), Attribute.category("maker")),
              Map.of("price", new double[] {1, 2, 3, 4, Double.NaN}),
              Map.of("maker", new String[] {"x", "x", "y", "y", "z"})));

  private RuleFixtures() {}

  /** The ids that are chosen from the films for somebody who saw nothing. */
  static List<String> chosen(int k, Rule... rules) {
    return chosen(FILMS.history(), k, rules);
  }

  static List<String> chosen(History history, int k, Rule... rules) {
    return ids(Rules.of(rules).choose("fit", ITEMS, history, FALLING, k, Seen.EXCLUDED));
  }

  static List<String> ids(Ranking ranking) {
    return ranking.entries().stream().map(Ranking.Entry::id).toList();
  }

  static History seen(String... ids) {
    return FILMS.history(ids);
  }

  /** Items of one brand each, drawn from a few. */
  static Items random(Random random, int size, int brands) {
    List<String> ids = IntStream.range(0, size).mapToObj(i -> "i" + i).toList();
    String[] brand =
        IntStream.range(0, size).mapToObj(i -> "b" + random.nextInt(brands)).toArray(String[]::new);
    return Items.of(
        Catalogue.of(ids, Map.of()),
        new Attributes(
            ids, List.of(Attribute.category("brand")), Map.of(), Map.of("brand", brand)));
  }

  static float[] scores(Random random, int size) {
    float[] scores = new float[size + 1];
    for (int item = 1; item <= size; item++) {
      scores[item] = (float) random.nextGaussian();
    }
    return scores;
  }
}
