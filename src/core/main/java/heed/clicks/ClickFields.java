package heed.clicks;

import java.util.List;
import java.util.stream.Stream;

/**
 * The fields of one side: what a network has to know of it to be built.
 *
 * @param codes fields of codes, the id first
 * @param numbers fields of numbers
 */
public record ClickFields(List<Codes> codes, List<Numbers> numbers) {

  public ClickFields {
    codes = List.copyOf(codes);
    numbers = List.copyOf(numbers);
    if (codes.isEmpty()) {
      throw new IllegalArgumentException(
          "a side needs at least one field of codes, such as its id");
    }
  }

  /**
   * A field of codes.
   *
   * @param name of the field
   * @param size how many codes there are: 0 for padding, 1 for unknown, and the known ones
   */
  public record Codes(String name, int size) {}

  /**
   * A field of numbers.
   *
   * @param name of the field
   * @param width how many columns it has
   */
  public record Numbers(String name, int width) {}

  /** How many rows one table for all fields of codes has. */
  public int rows() {
    return codes.stream().mapToInt(Codes::size).sum();
  }

  /** How many columns all fields of numbers have. */
  public int columns() {
    return numbers.stream().mapToInt(Numbers::width).sum();
  }

  /** How many fields there are. */
  public int size() {
    return codes.size() + numbers.size();
  }

  /** The names of all fields: codes, then numbers. */
  public List<String> names() {
    return Stream.concat(codes.stream().map(Codes::name), numbers.stream().map(Numbers::name))
        .toList();
  }

  /** The row of the table at which each field of codes begins: its code 0. */
  public int[] starts() {
    int[] starts = new int[codes.size()];
    for (int field = 1; field < starts.length; field++) {
      starts[field] = starts[field - 1] + codes.get(field - 1).size();
    }
    return starts;
  }

  /** These fields and more of numbers behind them. */
  ClickFields and(List<Numbers> more) {
    return new ClickFields(codes, Stream.concat(numbers.stream(), more.stream()).toList());
  }
}
