package heed.features;

import java.util.List;

/** What can be told of an attribute from its columns alone. */
public sealed interface Restored {

  /**
   * A number; a missing one comes back as what stood for it.
   *
   * @param number in the unit of the attribute
   */
  record Value(double number) implements Restored {}

  /**
   * The categories; those the training part did not hold are gone.
   *
   * @param names in the order of the columns
   */
  record Names(List<String> names) implements Restored {

    public Names {
      names = List.copyOf(names);
    }
  }

  /**
   * Nothing: the columns do not hold it.
   *
   * @param why what was lost, in words
   */
  record Lost(String why) implements Restored {}
}
