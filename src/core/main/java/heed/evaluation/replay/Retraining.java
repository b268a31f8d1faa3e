package heed.evaluation.replay;

import heed.recommend.Recommender;
import heed.sequence.Sequences;
import java.time.Instant;
import java.util.List;

/** What is made anew at each training of a {@link Replay}. */
@FunctionalInterface
public interface Retraining {

  /**
   * The recommenders that answer until the next training.
   *
   * @param before what had happened by then; of users who come later, nothing
   * @param at when the training takes place; what {@link Frozen} needs
   * @return as many, and by the same names, at every training
   */
  List<Recommender> fit(Sequences before, Instant at);
}
