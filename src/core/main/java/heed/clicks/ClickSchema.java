package heed.clicks;

import java.util.Locale;

/**
 * The fields of clicks: all that the shape of a network depends on.
 *
 * @param users the fields of the user's side
 * @param items the fields of the item's side
 * @param events the fields of an item of the past: those of {@code items}, without its counts
 */
public record ClickSchema(ClickFields users, ClickFields items, ClickFields events) {

  public ClickSchema {
    boolean prefix =
        events.codes().equals(items.codes())
            && events.numbers().size() <= items.numbers().size()
            && events.numbers().equals(items.numbers().subList(0, events.numbers().size()));
    if (!prefix) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an item of the past has the first fields of an item that is shown; found %s and %s",
              events.names(),
              items.names()));
    }
  }
}
