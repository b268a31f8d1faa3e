package heed.training;

import heed.sequence.Sequences;
import java.util.Optional;

/**
 * What the vectors of the items are before the first step.
 *
 * <p>Open, so that a start can be written outside this library, from an item's words for example.
 * Make it a record, since a checkpoint tells trainings apart by their text.
 */
public interface ItemStart {

  /**
   * The vectors to begin with.
   *
   * @param train what is learnt from
   * @param width D
   * @param seed of the run
   * @return one vector after the other, that of padding first: (N + 1) * D, another number is
   *     refused; none to leave them as the network drew them
   */
  Optional<float[]> vectors(Sequences train, int width, long seed);

  /** Small and drawn, as the network makes them. */
  static ItemStart drawn() {
    return new Drawn();
  }

  /** Items that the same users took lie together, see {@link CooccurrenceStart}. */
  static ItemStart cooccurrence() {
    return CooccurrenceStart.defaults();
  }

  /** Small and drawn, as the network makes them. */
  record Drawn() implements ItemStart {

    @Override
    public Optional<float[]> vectors(Sequences train, int width, long seed) {
      return Optional.empty();
    }
  }
}
