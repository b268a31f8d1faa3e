package heed.model.interest;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.attention.CausalMask;
import heed.attention.CompanionAttention;
import heed.attention.CompanionAttention.Joint;
import heed.batch.Inference;
import heed.features.ItemWords;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.LayerNorm;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.layer.PositionalEmbedding;
import heed.model.Activation;
import heed.model.EmbeddingTable;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Network;
import heed.model.Purpose;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Interests and content as words: self-attention between what a user met and what she is interested
 * in, and items that are nothing but their words.
 *
 * <p>For catalogues that change, since no parameter belongs to an item: one that nobody has met has
 * a vector as soon as it has words ({@link #over}); and for users who change, since her interests
 * are an {@link InterestProfile}, moved by each event without a gradient. Where every item has been
 * met often, a vector per item (SASRec) knows more than its words do. A step costs what one of
 * SASRec costs 1 + K times, and one sparse product over all words of all items.
 *
 * <p>An item is the mean of its words' vectors, each weighed by its share and by how telling it is,
 * which is learnt: attention pooling after Yang et al. 2016 ("Word Attention"), over a bag. At each
 * position the item and the user's K heaviest interests are tokens ({@link CompanionAttention}); an
 * interest's weight is a prior in the softmax. They are read together, and to that comes what all
 * her interests ask for, in proportion to their weights. That last part needs no history: {@link
 * InterestRecommender} recommends by it alone. The network is our own design from these parts;
 * representing users and items by one table of word vectors follows Wu et al. 2019 (NRMS) and older
 * content-based filtering.
 */
public final class InterestContent implements Network {

  private final InterestContentConfig config;
  private final Parameters parameters;
  private final SparseRows bags;
  private final float[] wordless;
  private final WordTable words;
  private final Linear telling;
  private final NDArray context;
  private final NDArray marker;
  private final PositionalEmbedding positions;
  private final List<Block> blocks;
  private final LayerNorm lastNorm;
  private final Linear asking;

  InterestContent(InterestContentConfig config, int items, long seed, NDManager manager) {
    ItemWords known = config.described(items);
    int width = config.width();
    this.config = config;
    this.parameters = new Parameters(manager, seed);
    this.bags = new SparseRows(known.words().size());
    this.wordless = new float[items + 1];
    for (int item = 0; item <= items; item++) {
      bags.add(known.of(item), known.sharesOf(item));
      wordless[item] = known.of(item).length == 0 ? 1 : 0;
    }
    this.words = WordTable.create(parameters, "words", known, config.pretrained(), width);
    this.telling = Linear.create(parameters, "telling", width, width);
    this.context = parameters.xavier("context", 1, width); // (1, D)
    this.marker = EmbeddingTable.create(parameters, "marker", 1, width).vectors(); // (1, D)
    this.positions = PositionalEmbedding.create(parameters, "positions", config.maxLength(), width);
    this.blocks =
        IntStream.range(0, config.layers())
            .mapToObj(layer -> Block.create(parameters, "blocks." + layer, config))
            .toList();
    this.lastNorm = LayerNorm.create(parameters, "norm", width);
    this.asking = Linear.create(parameters, "asking", width, width);
  }

  @Override
  public Encoding encode(Events events, Purpose purpose) {
    NDManager step = events.atMost(config.maxLength()).step();
    Dropout dropout = purpose.dropout(config.dropout());
    Profiles profiles = Profiles.along(events, config.words(), config.fading(), config.interests());
    NDArray vectors = words.in(step); // (V, D)
    List<Joint> joints = joints(events, profiles, vectors, dropout);
    NDArray x = joints.get(joints.size() - 1).states(); // (B, L, 1 + K, D)
    // Now and then a history has to be answered from the profile alone, so that it learns to.
    NDArray kept = dropout.apply(step.ones(new Shape(x.getShape().get(0), 1, 1))); // (B, 1, 1)
    NDArray read = lastNorm.apply(fused(x, profiles.weights())).mul(kept); // (B, L, D)
    NDArray asked = asking.apply(profiles.all().matMul(vectors)); // (B * L, D)
    return new Encoding(
        read.add(asked.reshape(read.getShape())), // (B, L, D)
        purpose == Purpose.EXPLAINING ? joints.stream().map(Joint::weights).toList() : List.of());
  }

  /** What each block made of the tokens, first to last. */
  private List<Joint> joints(Events events, Profiles profiles, NDArray vectors, Dropout dropout) {
    NDArray causal = CausalMask.of(events.step(), events.length()); // (1, 1, L, L)
    NDArray x = dropout.apply(tokens(events, profiles, vectors)); // (B, L, 1 + K, D)
    List<Joint> joints = new ArrayList<>();
    for (Block block : blocks) {
      Joint joint = block.apply(x, causal, profiles.weights(), dropout);
      joints.add(joint);
      x = joint.states(); // (B, L, 1 + K, D)
    }
    return joints;
  }

  /**
   * How the interests that a user has after a history, and the last event of it, attend to all
   * events and to each other.
   *
   * @param history at least one event; of a longer one the most recent {@code maxLength}
   */
  public InterestAttention attention(History history) {
    History read = history.last(config.maxLength());
    return Inference.run(
        context.getManager(),
        step -> {
          Events events = Events.of(step, config.task().asking(List.of(read)));
          Profiles profiles =
              Profiles.along(events, config.words(), config.fading(), config.interests());
          List<NDArray> shares =
              joints(events, profiles, words.in(step), Purpose.EXPLAINING.dropout(0)).stream()
                  .map(Joint::shares)
                  .toList();
          return InterestAttention.of(read, config, shares);
        });
  }

  /** Each event, and the K words that weighed most when it had happened: (B, L, 1 + K, D). */
  private NDArray tokens(Events events, Profiles profiles, NDArray vectors) {
    NDManager step = events.step();
    NDArray scale = Constants.of(step, Math.sqrt(config.width())); // scalar
    NDArray items = events.vectors(new EmbeddingTable(itemVectors(step))); // (B, L, D)
    NDArray placed = items.mul(scale).add(positions.of(events.eventMask())); // (B, L, D)
    NDArray heaviest = new EmbeddingTable(vectors).lookUp(profiles.heaviest()); // (B, L * K, D)
    Shape shape = items.getShape();
    NDArray interests =
        heaviest
            .mul(scale)
            .add(marker)
            .reshape(shape.get(0), shape.get(1), -1, shape.get(2)); // (B, L, K, D)
    return placed.expandDims(2).concat(interests, 2); // (B, L, 1 + K, D)
  }

  /** The event's state and its interests', those in proportion to their weights: (B, L, D). */
  private NDArray fused(NDArray states, NDArray weights) {
    Shape shape = weights.getShape();
    NDArray event =
        weights.getManager().ones(new Shape(shape.get(0), shape.get(1), 1)); // (B, L, 1)
    NDArray shares = event.concat(weights, 2).expandDims(2); // (B, L, 1, 1 + K)
    return shares.matMul(states).squeeze(2); // (B, L, D)
  }

  /** Self-attention, then a feed-forward layer, as in {@link heed.model.sequential.Sasrec}. */
  private record Block(
      LayerNorm attentionNorm,
      CompanionAttention attention,
      LayerNorm feedForwardNorm,
      Linear inner,
      Linear outer) {

    static Block create(Parameters parameters, String name, InterestContentConfig config) {
      int width = config.width();
      return new Block(
          LayerNorm.create(parameters, name + ".attentionNorm", width),
          CompanionAttention.create(parameters, name + ".attention", width, config.heads()),
          LayerNorm.create(parameters, name + ".feedForwardNorm", width),
          Linear.create(parameters, name + ".inner", width, width),
          Linear.create(parameters, name + ".outer", width, width));
    }

    Joint apply(NDArray x, NDArray causal, NDArray weights, Dropout dropout) {
      Joint joint = attention.attend(attentionNorm.apply(x), causal, weights, dropout);
      NDArray mixed = x.add(dropout.apply(joint.states())); // (B, L, 1 + K, D)
      NDArray hidden = Activation.RELU.apply(inner.apply(feedForwardNorm.apply(mixed)));
      NDArray changed = dropout.apply(outer.apply(dropout.apply(hidden))); // (B, L, 1 + K, D)
      return new Joint(mixed.add(changed), joint.weights(), joint.shares());
    }
  }

  /** Computed from the words; zeros for padding and for an item of which no word is known. */
  @Override
  public NDArray itemVectors(NDManager step) {
    NDArray vectors = words.in(step); // (V, D)
    NDArray hidden = telling.apply(vectors).tanh(); // (V, D)
    NDArray tells =
        ai.djl.nn.core.Linear.linear(hidden, context).singletonOrThrow().exp(); // (V, 1)
    NDArray shares = bags.on(step); // (N + 1, V)
    NDArray whole = shares.matMul(tells).add(step.create(wordless).expandDims(1)); // (N + 1, 1)
    return shares.matMul(vectors.mul(tells)).div(whole); // (N + 1, D)
  }

  /** What each word asks for, and what everybody is asked for: (V, D) and (D). */
  Asks asks(NDManager step) {
    NDArray nothing = step.zeros(new Shape(config.width())); // (D)
    NDArray each =
        ai.djl.nn.core.Linear.linear(words.in(step), asking.weight()).singletonOrThrow(); // (V, D)
    return new Asks(each.toFloatArray(), asking.apply(nothing).toFloatArray());
  }

  /**
   * The part of the network that a profile needs, as Java arrays.
   *
   * @param words V * D
   * @param everybody D
   */
  record Asks(float[] words, float[] everybody) {}

  /**
   * The same network, with the weights it has, over other items: they need the words it knows, not
   * to have been met. Takes memory of its own.
   *
   * @param others {@link ItemWords#over} another catalogue of the words this network was trained on
   */
  public InterestContent over(ItemWords others, NDManager manager) {
    if (!others.words().equals(config.words().words())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a network of %,d words cannot read others, found %s; describe the new items by"
                  + " words.over(attributes, catalogue)",
              config.words().words().size(),
              others));
    }
    InterestContent moved = config.with(others).create(others.items(), 0, manager);
    moved.parameters.set(parameters.values());
    return moved;
  }

  @Override
  public InterestContentConfig config() {
    return config;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }
}
