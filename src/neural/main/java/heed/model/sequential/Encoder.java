package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import heed.layer.Dropout;
import heed.layer.Parameters;
import heed.model.QueryPosition;
import heed.model.RecurrentCell;
import heed.model.RecurrentLayer;

/** What reads a history before {@link EncodeAttendDecode} attends to it. */
public enum Encoder {
  GRU("GRU") {
    @Override
    Layer create(Parameters parameters, String name, int width, int heads) {
      return recurrent(RecurrentLayer.create(parameters, name, RecurrentCell.GRU, width));
    }
  },
  LSTM("LSTM") {
    @Override
    Layer create(Parameters parameters, String name, int width, int heads) {
      return recurrent(RecurrentLayer.create(parameters, name, RecurrentCell.LSTM, width));
    }
  },
  /** One block of {@link Sasrec}. */
  TRANSFORMER("Transformer") {
    @Override
    Layer create(Parameters parameters, String name, int width, int heads) {
      SasrecConfig config = SasrecConfig.defaults().withHeads(1).withWidth(width).withHeads(heads);
      Sasrec block = Sasrec.create(parameters, name, config);
      return (x, causal, dropout) ->
          block.apply(x, QueryPosition.EVERYWHERE, causal, dropout).states();
    }
  };

  private final String label;

  Encoder(String label) {
    this.label = label;
  }

  /** A layer that reads a history without looking ahead. */
  @FunctionalInterface
  interface Layer {

    /** From (B, L, D) to (B, L, D), given a causal mask (1, 1, L, L). */
    NDArray apply(NDArray x, NDArray causal, Dropout dropout);
  }

  abstract Layer create(Parameters parameters, String name, int width, int heads);

  private static Layer recurrent(RecurrentLayer layer) {
    return (x, causal, dropout) -> layer.apply(x); // Causal by itself.
  }

  @Override
  public String toString() {
    return label;
  }
}
