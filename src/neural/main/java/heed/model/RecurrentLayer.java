package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import heed.layer.Linear;
import heed.layer.Parameters;

/**
 * A recurrent layer that reads a history event by event, from a state of zeros.
 *
 * @param cell how a state follows from the last
 * @param input maps an event to gates and candidate: (maps * D, D)
 * @param state maps the state before to gates and candidate: (maps * D, D)
 */
public record RecurrentLayer(RecurrentCell cell, Linear input, Linear state) {

  public static RecurrentLayer create(
      Parameters parameters, String name, RecurrentCell cell, int width) {
    return new RecurrentLayer(
        cell,
        Linear.create(parameters, name + ".input", width, cell.maps() * width),
        Linear.create(parameters, name + ".state", width, cell.maps() * width));
  }

  /** From (B, L, D) to the state after each event: (B, L, D). */
  public NDArray apply(NDArray x) {
    NDList weights = new NDList(input.weight(), state.weight(), input.bias(), state.bias());
    return cell.run(x, RecurrentCell.start(x), weights); // (B, L, D)
  }
}
