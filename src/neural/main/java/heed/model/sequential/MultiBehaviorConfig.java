package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import heed.attention.Mask;
import heed.attention.PositionEncodings;
import heed.attention.PositionKind;
import heed.batch.Task;
import heed.layer.Parameters;
import heed.layer.Similarity;
import heed.model.AttentionLayer;
import heed.model.EmbeddingTable;
import heed.model.Events;
import heed.model.TransformerBlock;
import heed.model.TransformerConfig;
import heed.model.TransformerInput;
import heed.search.SearchSpace.Axis;
import heed.sequence.Sequences;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Any {@link heed.model.Transformer} that also reads what an event was: a view, a cart, a purchase.
 *
 * <p>A vector per type is learnt and added to the item's and the position's; an event whose type is
 * not told, or is none of these, adds nothing. If a type is asked for, a second vector per type
 * says at each position of what type the event is that is to be predicted there, so that one
 * network learns from everything and answers "what is bought next?".
 *
 * <pre>{@code
 * MultiBehaviorConfig.of(SasrecConfig.defaults(), train).asking("purchase")
 * }</pre>
 *
 * @param network whose item and position vectors are added to
 * @param types that are told apart, at least one; the order numbers their vectors
 * @param asked the type of what is recommended, one of the types; empty: whatever comes next
 */
public record MultiBehaviorConfig(TransformerConfig network, List<String> types, String asked)
    implements TransformerConfig {

  public MultiBehaviorConfig {
    types = List.copyOf(types);
    if (types.isEmpty() || types.contains("") || types.stream().distinct().count() < types.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a network of several behaviours needs the types of events that it tells apart, each"
                  + " once and none empty; found %s. A log has them if a column is read as its type:"
                  + " Columns.withType, or --columns type=NAME",
              types));
    }
    if (!asked.isEmpty() && !types.contains(asked)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "asked for events of the type '%s', but the types are %s",
              asked,
              types));
    }
    if (!asked.isEmpty() && !network.task().isCausal()) {
      throw new IllegalArgumentException(
          network.name()
              + " guesses items from both sides and cannot be asked for one type; leave 'asked'"
              + " empty, or take a network that predicts what comes next");
    }
  }

  /**
   * A network that tells these types apart and recommends whatever comes next.
   *
   * @param types such as view and purchase
   */
  public static MultiBehaviorConfig of(TransformerConfig network, String... types) {
    return new MultiBehaviorConfig(network, List.of(types), "");
  }

  /**
   * A network that tells apart what a log does.
   *
   * @throws IllegalArgumentException if the log tells no types
   */
  public static MultiBehaviorConfig of(TransformerConfig network, Sequences train) {
    return new MultiBehaviorConfig(network, train.types(), "");
  }

  /** The same network, asked for events of one type; "" for whatever comes next. */
  public MultiBehaviorConfig asking(String type) {
    return new MultiBehaviorConfig(network, types, type);
  }

  @Override
  public String name() {
    String question = asked.isEmpty() ? "" : ", asked for " + asked;
    return network.name() + " with event types" + question;
  }

  @Override
  public List<String> eventTypes() {
    return types;
  }

  @Override
  public TransformerInput input(Parameters parameters, int items) {
    TransformerInput input = network.input(parameters, items);
    EmbeddingTable past = table(parameters, "eventTypes");
    return asked.isEmpty()
        ? new Input(input, events -> types(events, past))
        : new Input(input, both(past, table(parameters, "targetTypes")));
  }

  /** A vector per type, and row 0 for what is not told. */
  private EmbeddingTable table(Parameters parameters, String name) {
    return EmbeddingTable.create(parameters, name, types.size() + 1, width());
  }

  private NDArray types(Events events, EmbeddingTable vectors) {
    return told(events.types(types), vectors); // (B, L, D)
  }

  private TypeVectors both(EmbeddingTable past, EmbeddingTable next) {
    return events ->
        types(events, past).add(told(events.targetTypes(types, asked), next)); // (B, L, D)
  }

  /** Nothing where nothing is told. */
  private static NDArray told(NDArray numbers, EmbeddingTable vectors) {
    NDArray told = numbers.neq(0).toType(DataType.FLOAT32, false).expandDims(2); // (B, L, 1)
    return vectors.lookUp(numbers).mul(told); // (B, L, D)
  }

  /** What the types of events add to their vectors. */
  private interface TypeVectors {

    /** (B, L, D). */
    NDArray of(Events events);
  }

  private record Input(TransformerInput network, TypeVectors types) implements TransformerInput {

    @Override
    public NDArray read(Events events) {
      return network.read(events).add(types.of(events)); // (B, L, D)
    }

    @Override
    public EmbeddingTable items() {
      return network.items();
    }

    @Override
    public PositionEncodings positions() {
      return network.positions();
    }
  }

  @Override
  public TransformerBlock block(Parameters parameters, String name) {
    return network.block(parameters, name);
  }

  @Override
  public UnaryOperator<NDArray> output(Parameters parameters) {
    return network.output(parameters);
  }

  @Override
  public Task task() {
    return network.task();
  }

  @Override
  public int width() {
    return network.width();
  }

  @Override
  public int layers() {
    return network.layers();
  }

  @Override
  public int heads() {
    return network.heads();
  }

  @Override
  public float dropout() {
    return network.dropout();
  }

  @Override
  public int maxLength() {
    return network.maxLength();
  }

  @Override
  public int positionCount() {
    return network.positionCount();
  }

  @Override
  public Mask mask() {
    return network.mask();
  }

  @Override
  public List<PositionKind> positionKinds() {
    return network.positionKinds();
  }

  @Override
  public Similarity similarity() {
    return network.similarity();
  }

  @Override
  public boolean hidesFutureItself() {
    return network.hidesFutureItself();
  }

  @Override
  public List<AttentionLayer> attentionLayers() {
    return network.attentionLayers();
  }

  @Override
  public boolean stacked() {
    return network.stacked();
  }

  @Override
  public boolean boundToCatalogue() {
    return network.boundToCatalogue();
  }

  @Override
  public List<Axis> hyperparameters() {
    return network.hyperparameters().stream().map(axis -> axis.within("network")).toList();
  }
}
