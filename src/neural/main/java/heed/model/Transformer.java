package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.attention.Attended;
import heed.attention.weighting.Weighting;
import heed.layer.Dropout;
import heed.layer.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Every network that is a stack of attention blocks over item histories: what its {@link
 * TransformerConfig} leaves open is its block.
 *
 * <p>Here stand item vectors, positions, mask, scoring at one position, and what explanations ask
 * for, so that a block need not think of them.
 */
public final class Transformer implements Ablatable {

  private final TransformerConfig config;
  private final Parameters parameters;
  private final TransformerInput input;
  private final AttentionBias bias;
  private final List<TransformerBlock> blocks;
  private final List<TransformerBlock> training;
  private final UnaryOperator<NDArray> output;

  /**
   * A network with fresh parameters.
   *
   * @param items N
   * @param seed draws the initial parameters
   * @param manager gives device and memory; the network takes a part of its own
   * @throws IllegalArgumentException if the mask shows what is to be predicted
   */
  public Transformer(TransformerConfig config, int items, long seed, NDManager manager) {
    MaskCheck.require(config, manager);
    this.config = config;
    this.parameters = new Parameters(manager, seed);
    this.input = config.input(parameters, items);
    this.bias = AttentionBias.of(config, input.positions());
    this.blocks =
        IntStream.range(0, config.layers())
            .mapToObj(layer -> config.block(parameters, "blocks." + layer))
            .toList();
    this.training = inTraining(blocks);
    this.output = config.output(parameters);
  }

  /** The same parameters under other blocks. */
  private Transformer(Transformer other, List<TransformerBlock> blocks) {
    this.config = other.config;
    this.parameters = other.parameters;
    this.input = other.input;
    this.bias = other.bias;
    this.blocks = blocks;
    this.training = inTraining(blocks);
    this.output = other.output;
  }

  private static List<TransformerBlock> inTraining(List<TransformerBlock> blocks) {
    return blocks.stream()
        .map(block -> block.reweighted(Weighting::inTraining).orElse(block))
        .toList();
  }

  @Override
  public Optional<Network> reweighted(UnaryOperator<Weighting> change) {
    List<TransformerBlock> changed =
        blocks.stream().flatMap(block -> block.reweighted(change).stream()).toList();
    return changed.size() < blocks.size()
        ? Optional.empty()
        : Optional.of(new Transformer(this, changed));
  }

  @Override
  public Encoding encode(Events events, Purpose purpose) {
    Dropout dropout = purpose.dropout(config.dropout());
    NDArray x = dropout.apply(input.read(events)); // (B, L, D)
    NDArray seen = bias.of(events); // broadcast to (B, H, L, L)
    List<Attended> layers = new ArrayList<>();
    for (TransformerBlock block : purpose == Purpose.TRAINING ? training : blocks) {
      layers.add(everywhere(block, x, seen, dropout));
      x = layers.get(layers.size() - 1).states(); // (B, L, D)
    }
    return new Encoding(scored(x), purpose.asked(layers));
  }

  /** The last block works at the positions asked alone, if it can. */
  @Override
  public Encoding encodeAt(Events events, NDArray positions) {
    NDArray x = input.read(events); // (B, L, D)
    NDArray seen = bias.of(events); // broadcast to (B, H, L, L)
    int last = blocks.size() - 1;
    for (TransformerBlock block : blocks.subList(0, last)) {
      x = everywhere(block, x, seen, Dropout.NONE).states(); // (B, L, D)
    }
    NDArray states = at(QueryPosition.at(positions), blocks.get(last), x, seen); // (B, 1, D)
    return new Encoding(scored(states), List.of());
  }

  /** States as they are multiplied with the items' vectors. */
  private NDArray scored(NDArray states) {
    return config.similarity().states(output.apply(states)); // (B, Q, D)
  }

  private static NDArray at(QueryPosition asked, TransformerBlock block, NDArray x, NDArray seen) {
    return block.isPairwise()
        ? block.apply(x, asked, asked.seen(seen), Dropout.NONE).states() // (B, 1, D)
        : asked.of(everywhere(block, x, seen, Dropout.NONE).states()); // (B, 1, D)
  }

  private static Attended everywhere(
      TransformerBlock block, NDArray x, NDArray seen, Dropout dropout) {
    Attended attended = block.apply(x, QueryPosition.EVERYWHERE, seen, dropout);
    if (!attended.states().getShape().equals(x.getShape())) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "a block makes states of the shape that it reads, (B, L, D): %s read %s and made %s",
              block.getClass().getSimpleName(),
              x.getShape(),
              attended.states().getShape()));
    }
    return attended;
  }

  @Override
  public TransformerConfig config() {
    return config;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public boolean scoresByProduct() {
    return true;
  }

  @Override
  public NDArray itemVectors(NDManager step) {
    return config.similarity().items(itemTable(step), step);
  }

  @Override
  public NDArray itemTable(NDManager step) {
    return input.items().vectors();
  }
}
