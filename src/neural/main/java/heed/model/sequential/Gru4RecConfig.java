package heed.model.sequential;

import ai.djl.ndarray.NDManager;
import heed.batch.Task;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.Hyperparameters;
import heed.model.ModelConfig;
import heed.model.Network;
import heed.model.RecurrentCell;
import heed.model.SizedConfig;
import heed.search.SearchSpace.Axis;
import java.util.List;

/**
 * Settings of {@link Gru4Rec}.
 *
 * @param cell how a state follows from the last
 * @param width D, numbers in a state
 * @param layers how many recurrent layers
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 * @param task what it learns to predict
 */
public record Gru4RecConfig(
    RecurrentCell cell, int width, int layers, int maxLength, float dropout, Task task)
    implements ModelConfig, SizedConfig<Gru4RecConfig>, SizedConfig.OfLayers<Gru4RecConfig> {

  public Gru4RecConfig {
    Checks.atLeastOne("width", width);
    Checks.atLeastOne("layers", layers);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
  }

  /** One GRU layer, as the paper found best, at the width and length of {@link SasrecConfig}. */
  public static Gru4RecConfig defaults() {
    return new Gru4RecConfig(RecurrentCell.GRU, 64, 1, 200, 0.2f, new Task.NextItem());
  }

  public Gru4RecConfig withCell(RecurrentCell cell) {
    return new Gru4RecConfig(cell, width, layers, maxLength, dropout, task);
  }

  /** With another task, such as {@link Task.LastItems} where what matters is asked for late. */
  public Gru4RecConfig withTask(Task task) {
    return new Gru4RecConfig(cell, width, layers, maxLength, dropout, task);
  }

  /** One layer, as the paper found best; which cell is to be found. */
  @Override
  public List<Axis> hyperparameters() {
    return List.of(
        Hyperparameters.width(),
        Hyperparameters.dropout(),
        Axis.choices("cell", (Object[]) RecurrentCell.values()));
  }

  @Override
  public String name() {
    return cell == RecurrentCell.GRU ? "GRU4Rec" : "LSTM";
  }

  @Override
  public List<AttentionLayer> attentionLayers() {
    return List.of();
  }

  @Override
  public Network create(int items, long seed, NDManager manager) {
    return new Gru4Rec(this, items, seed, manager);
  }
}
