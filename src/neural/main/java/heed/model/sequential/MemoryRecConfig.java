package heed.model.sequential;

import ai.djl.ndarray.NDManager;
import heed.batch.Task;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.Hyperparameters;
import heed.model.ModelConfig;
import heed.model.Network;
import heed.model.SizedConfig;
import heed.search.SearchSpace.Axis;
import java.util.List;
import java.util.Locale;

/**
 * Settings of {@link MemoryRec}.
 *
 * @param width D, numbers in a state, a key and a slot
 * @param slots M, what a user's memory has; better more than there are subjects to keep, since what
 *     is not to be kept is written somewhere, too
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 * @param task what it learns to predict
 */
public record MemoryRecConfig(int width, int slots, int maxLength, float dropout, Task task)
    implements ModelConfig, SizedConfig<MemoryRecConfig> {

  public MemoryRecConfig {
    Checks.atLeastOne("width", width);
    Checks.atLeastOne("slots", slots);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
  }

  /** Twenty slots, as the paper has for its larger sets, at the width of {@link SasrecConfig}. */
  public static MemoryRecConfig defaults() {
    return new MemoryRecConfig(64, 20, 200, 0.2f, new Task.NextItem());
  }

  public MemoryRecConfig withSlots(int slots) {
    return new MemoryRecConfig(width, slots, maxLength, dropout, task);
  }

  /** With another task, such as {@link Task.LastItems} where what matters is asked for late. */
  public MemoryRecConfig withTask(Task task) {
    return new MemoryRecConfig(width, slots, maxLength, dropout, task);
  }

  @Override
  public List<Axis> hyperparameters() {
    return List.of(
        Hyperparameters.width(), Hyperparameters.dropout(), Axis.choices("slots", 5, 10, 20));
  }

  @Override
  public String name() {
    return String.format(Locale.ROOT, "memory network, %d slots, %d events", slots, maxLength);
  }

  /** None: events meet in slots, not each other. */
  @Override
  public List<AttentionLayer> attentionLayers() {
    return List.of();
  }

  @Override
  public Network create(int items, long seed, NDManager manager) {
    return new MemoryRec(this, items, seed, manager);
  }
}
