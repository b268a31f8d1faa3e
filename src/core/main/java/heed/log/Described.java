package heed.log;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a log's ids mean.
 *
 * @param titles of items by id
 * @param items what is known of the items
 * @param users what is known of the users
 */
public record Described(Map<String, String> titles, Attributes items, Attributes users) {

  static final Described NOTHING = new Described(Map.of(), Attributes.none(), Attributes.none());

  /** The column of item texts that serves as titles where none were given. */
  private static final String TITLE = "title";

  public Described {
    titles = Map.copyOf(titles);
  }

  Described withTitles(Map<String, String> others) {
    return new Described(others, items, users);
  }

  Described withItems(Attributes others) {
    boolean titled =
        others.declared().stream()
            .anyMatch(
                attribute ->
                    attribute instanceof Attribute.Text && attribute.column().equals(TITLE));
    Described described = new Described(titles, others, users);
    return titled && titles.isEmpty() ? described.withTitlesFrom(TITLE) : described;
  }

  /** The texts of a column of the items are their titles. */
  Described withTitlesFrom(String column) {
    return withTitles(
        items.ids().stream()
            .filter(id -> !items.text(column, id).isEmpty())
            .collect(Collectors.toMap(id -> id, id -> items.text(column, id))));
  }

  Described withUsers(Attributes others) {
    return new Described(titles, items, others);
  }

  /** The same under other ids of items. */
  public Described renamedItems(UnaryOperator<String> name) {
    Map<String, String> renamed = new HashMap<>();
    titles.forEach((id, title) -> renamed.put(name.apply(id), title));
    return new Described(renamed, items.renamed(name), users);
  }

  /** The same under other ids of users. */
  public Described renamedUsers(UnaryOperator<String> name) {
    return withUsers(users.renamed(name));
  }
}
