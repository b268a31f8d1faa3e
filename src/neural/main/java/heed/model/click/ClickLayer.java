package heed.model.click;

import heed.clicks.ClickSchema;
import heed.model.AttentionLayer;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.List;

/**
 * One layer of attention over clicks: what looks at what.
 *
 * @param layer what it is called and how its weights are to be read
 * @param looking the places that look, Q of them
 * @param lookedAt the places they look at, S of them
 */
public record ClickLayer(AttentionLayer layer, Places looking, Places lookedAt) {

  /** A layer of this name, whose weights are shares or strengths. */
  public static ClickLayer of(
      String name, AttentionLayer.Weights weights, Places looking, Places lookedAt) {
    return new ClickLayer(new AttentionLayer(name, weights), looking, lookedAt);
  }

  /** What stands at the places of one side. */
  public enum Places {
    /** The fields of the user, then the events of the history. */
    USER_AND_HISTORY,
    /** The fields of the item. */
    ITEM,
    /** The item, as a whole. */
    CANDIDATE,
    /** The events of the history. */
    HISTORY,
    /** The item, then the events of the history. */
    CANDIDATE_AND_HISTORY;

    /**
     * What stands at each place, in a reader's words.
     *
     * @param title of the item that is shown
     * @param history what the network reads; an empty one is one place
     */
    public List<String> names(ClickSchema schema, String title, History history) {
      List<String> names = new ArrayList<>();
      switch (this) {
        case USER_AND_HISTORY -> names.addAll(schema.users().names());
        case ITEM -> {
          names.addAll(schema.items().names());
          names.set(0, title);
        }
        case CANDIDATE, CANDIDATE_AND_HISTORY -> names.add(title);
        case HISTORY -> {}
      }
      if (this != ITEM && this != CANDIDATE) {
        names.addAll(history.length() == 0 ? List.of("(no history)") : history.titles());
      }
      return names;
    }
  }
}
