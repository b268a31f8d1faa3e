package heed.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds items by what people type: an id or a title, see {@link Catalogue#history}. */
record TitleSearch(Catalogue catalogue) {

  private static final int CANDIDATES_SHOWN = 5;

  /** A likeness from which on an id may be what was meant: one letter in five may differ. */
  private static final double NEAR = 0.8;

  /** A leading article that library catalogues move behind the title: "Matrix, The". */
  private static final Pattern TRAILING_ARTICLE =
      Pattern.compile("(.+), (the|an?|la|le|les|il|der|die|das)");

  private static final Pattern TRAILING_PARENTHESIS = Pattern.compile("(.+?)\\s*\\([^)]*\\)");

  /** The number of the item with this id or title; refused if it is none or several. */
  int item(String name) {
    if (name == null) {
      throw new IllegalArgumentException(
          "a history is typed as ids or titles of items, and null is neither; for no events, type"
              + " nothing");
    }
    int byId = catalogue.number(name);
    if (byId > 0) {
      return byId;
    }
    List<Integer> same = matching(title -> title.equalsIgnoreCase(name));
    if (same.isEmpty()) {
      same = matching(title -> plain(title).equals(plain(name)));
    }
    if (same.size() == 1) {
      return same.get(0);
    }
    if (same.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "no item called '%s' among the %,d of this catalogue; %s",
              name,
              catalogue.size(),
              near(plain(name))));
    }
    throw several(name, same);
  }

  /** Titles that are one and the same cannot be written out, and their ids tell them apart. */
  private IllegalArgumentException several(String name, List<Integer> same) {
    boolean titlesDiffer = same.stream().map(catalogue::title).distinct().count() == same.size();
    return new IllegalArgumentException(
        "'"
            + name
            + "' is the name of several items: "
            + (titlesDiffer
                ? quoted(same) + "; write it out"
                : same.stream()
                        .limit(CANDIDATES_SHOWN)
                        .map(
                            item ->
                                String.format(
                                    Locale.ROOT,
                                    "'%s' with the id %s",
                                    catalogue.title(item),
                                    catalogue.id(item)))
                        .collect(Collectors.joining(", "))
                    + (same.size() > CANDIDATES_SHOWN ? " and others" : "")
                    + "; type the id instead"));
  }

  private List<Integer> matching(Predicate<String> wanted) {
    List<Integer> matching = new ArrayList<>();
    for (int item = 1; item <= catalogue.size(); item++) {
      if (wanted.test(catalogue.title(item))) {
        matching.add(item);
      }
    }
    return matching;
  }

  /** What looks like a name; where items have ids alone, only if it really does. */
  private String near(String name) {
    List<Integer> nearest = nearest(name);
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    boolean near =
        nearest.stream()
            .map(item -> plain(catalogue.title(item)))
            .anyMatch(id -> id.contains(name) || similarity.apply(name, id) > NEAR);
    if (near || hasTitles()) {
      return "near it: " + quoted(nearest);
    }
    return "its items have ids and no titles, so type ids such as "
        + quoted(nearest)
        + ", or give the log titles: log.withTitles(Map.of(id, title)), or"
        + " log.withItemAttributes(...) with a text column called title";
  }

  /** Whether any item is called otherwise than by its id. */
  private boolean hasTitles() {
    for (int item = 1; item <= catalogue.size(); item++) {
      if (!catalogue.title(item).equals(catalogue.id(item))) {
        return true;
      }
    }
    return false;
  }

  /** The items whose titles look most like a name, or begin with it. */
  private List<Integer> nearest(String name) {
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    Map<Integer, Double> likeness = new HashMap<>();
    for (int item = 1; item <= catalogue.size(); item++) {
      String title = plain(catalogue.title(item));
      likeness.put(item, similarity.apply(name, title) + (title.contains(name) ? 1 : 0));
    }
    return likeness.keySet().stream()
        .sorted(Comparator.<Integer>comparingDouble(likeness::get).reversed())
        .limit(CANDIDATES_SHOWN)
        .toList();
  }

  private String quoted(List<Integer> some) {
    return some.stream()
        .limit(CANDIDATES_SHOWN)
        .map(item -> "'" + catalogue.title(item) + "'")
        .collect(Collectors.joining(", "));
  }

  private static String plain(String title) {
    String plain = title.toLowerCase(Locale.ROOT).strip();
    Matcher year = TRAILING_PARENTHESIS.matcher(plain);
    plain = year.matches() ? year.group(1) : plain;
    Matcher article = TRAILING_ARTICLE.matcher(plain);
    return article.matches() ? article.group(2) + " " + article.group(1) : plain;
  }
}
