package heed.batch;

import heed.sequence.History;
import java.util.Arrays;
import java.util.List;

/**
 * The types of a batch's events, such as view and purchase. The arrays are not copied.
 *
 * @param names of the types that its histories tell apart
 * @param codes of each event, row by row: a place among the names, from 1, or 0 where nothing is
 *     told: (B, L); empty without names
 * @param targets the same of the event that is to be predicted at each position: (B, L); empty
 *     where nothing is known of what follows
 */
public record EventTypes(List<String> names, int[] codes, int[] targets) {

  /** Of a batch that tells none. */
  public static final EventTypes NONE = new EventTypes(List.of(), new int[0], new int[0]);

  public EventTypes {
    names = List.copyOf(names);
  }

  /**
   * Room for the types of these histories.
   *
   * @param events B times L
   */
  static EventTypes of(List<History> histories, int events) {
    List<String> names =
        histories.stream().flatMap(history -> history.types().stream()).distinct().toList();
    return names.isEmpty() ? NONE : new EventTypes(names, new int[events], new int[events]);
  }

  /** The type of an event. */
  void put(int place, String name) {
    if (codes.length > 0) {
      codes[place] = names.indexOf(name) + 1;
    }
  }

  /** The type of what is to be predicted. */
  void predict(int place, String name) {
    if (targets.length > 0) {
      targets[place] = names.indexOf(name) + 1;
    }
  }

  /** What it holds of the past. */
  EventTypes withoutTargets() {
    return new EventTypes(names, codes, new int[0]);
  }

  /**
   * The events as somebody numbers them who knows these types.
   *
   * @param known the types
   * @param events B times L
   * @return a place in {@code known}, from 1, or 0 where nothing is told or it is none of them: (B,
   *     L), row by row
   */
  public int[] codes(List<String> known, int events) {
    return codes.length == 0 ? new int[events] : renumbered(codes, known);
  }

  /**
   * The same of what is to be predicted.
   *
   * @param otherwise what is asked for where nothing is known of what follows
   */
  public int[] targets(List<String> known, String otherwise, int events) {
    if (targets.length > 0) {
      return renumbered(targets, known);
    }
    int[] asked = new int[events];
    Arrays.fill(asked, known.indexOf(otherwise) + 1);
    return asked;
  }

  private int[] renumbered(int[] some, List<String> known) {
    int[] places = new int[names.size() + 1];
    for (int name = 0; name < names.size(); name++) {
      places[name + 1] = known.indexOf(names.get(name)) + 1;
    }
    return Arrays.stream(some).map(code -> places[code]).toArray();
  }
}
