package heed.model.interest;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.features.ItemWords;
import heed.model.Events;
import java.util.List;

/**
 * The {@link InterestProfile} after each event of a batch of histories: what an online step would
 * have made of it by then, so that a network learns from the profiles it will be asked with.
 *
 * @param all every word's share at each position, 0 at padding: (B * L, V), sparse
 * @param heaviest numbers of the K words that weigh most there, 0 where there are fewer: (B, L * K)
 * @param weights the shares of those, 0 where there are fewer: (B, L, K)
 */
record Profiles(NDArray all, NDArray heaviest, NDArray weights) {

  /** Lives the histories again on the Java side. */
  static Profiles along(Events events, ItemWords words, Fading fading, int most) {
    int length = events.length();
    int[] items = events.items().toIntArray(); // B * L
    long[] times = events.times().toLongArray(); // B * L
    SparseRows all = new SparseRows(words.words().size());
    int[] heaviest = new int[items.length * most];
    float[] weights = new float[items.length * most];
    InterestProfile profile = InterestProfile.none(fading);
    for (int at = 0; at < items.length; at++) {
      profile = at % length == 0 ? InterestProfile.none(fading) : profile;
      // At padding the last profile stands on; nothing asks there.
      profile = items[at] == 0 ? profile : profile.after(words, items[at], times[at]);
      all.add(profile.words(), profile.shares());
      List<InterestProfile.Interest> top = profile.heaviest(most);
      for (int i = 0; i < top.size(); i++) {
        heaviest[at * most + i] = top.get(i).word();
        weights[at * most + i] = (float) top.get(i).share();
      }
    }
    NDManager step = events.step();
    int rows = items.length / length;
    return new Profiles(
        all.on(step),
        step.create(heaviest, new Shape(rows, (long) length * most)),
        step.create(weights, new Shape(rows, length, most)));
  }
}
