package heed.baseline;

import heed.log.Attributes;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Sorts histories into segments, by nothing but what is in them. */
public interface Segmenter {

  /** In words, settings included. */
  String name();

  /** How many segments there are. */
  int size();

  /** The segment of a history, from 0; empty if it tells none. */
  OptionalInt of(History history);

  /**
   * By the category that most of a history's items have, such as its favourite genre; ties by name.
   *
   * @param items attributes of items
   * @param attribute a column of categories
   */
  static Segmenter favourite(Attributes items, String attribute, Catalogue catalogue) {
    List<List<String>> categories =
        IntStream.rangeClosed(1, catalogue.size())
            .mapToObj(item -> items.categories(attribute, catalogue.id(item)))
            .toList();
    List<String> names = categories.stream().flatMap(List::stream).distinct().sorted().toList();
    return new Favourite(attribute, categories, names);
  }

  /**
   * See {@link #favourite}.
   *
   * @param attribute the column
   * @param categories of item i at i - 1
   * @param names all of them, ascending
   */
  record Favourite(String attribute, List<List<String>> categories, List<String> names)
      implements Segmenter {

    public Favourite {
      categories = List.copyOf(categories);
      names = List.copyOf(names);
    }

    @Override
    public String name() {
      return "favourite of " + attribute;
    }

    @Override
    public int size() {
      return names.size();
    }

    @Override
    public OptionalInt of(History history) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (int item : history.items()) {
        categories.get(item - 1).forEach(category -> counts.merge(category, 1, Integer::sum));
      }
      int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      return IntStream.range(0, names.size())
          .filter(segment -> most > 0 && counts.getOrDefault(names.get(segment), 0) == most)
          .findFirst();
    }
  }
}
