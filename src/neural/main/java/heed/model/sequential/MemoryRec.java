package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.attention.KeyValueMemory;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.LayerNorm;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.layer.PositionalEmbedding;
import heed.model.Decomposable;
import heed.model.EmbeddingTable;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.MemoryNetwork;
import heed.model.Purpose;
import heed.model.SlotContents;
import heed.model.StateSources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network with a memory of its own for each user: every event reads what the slots it addresses
 * held before, then erases and adds. Key-value memory after Zhang et al. 2017, "Dynamic Key-Value
 * Memory Networks for Knowledge Tracing", with items for exercises.
 *
 * <p>For what was said once, long ago, and matters when its subject comes up again, and for
 * serving: M slots a user are all there is to keep, whatever the length of her history. A step
 * costs O(L M D + L D^2) a history, one event after the other, and holds L M D numbers; it does not
 * compare events with each other, so there is no attention map but the contents of its slots
 * ({@link #contents}). Deviations from the paper: what is asked for is the next item, so the event
 * itself asks in place of the exercise to come; positions are added to items, so that what is
 * written may depend on when; the summary stands on a residual branch before a norm, and is
 * multiplied with the items' vectors.
 */
public final class MemoryRec implements Decomposable, MemoryNetwork {

  private final MemoryRecConfig config;
  private final Parameters parameters;
  private final EmbeddingTable items;
  private final PositionalEmbedding positions;
  private final Linear subject;
  private final KeyValueMemory memory;
  private final Linear summary;
  private final Linear output;
  private final LayerNorm lastNorm;

  MemoryRec(MemoryRecConfig config, int items, long seed, NDManager manager) {
    int width = config.width();
    this.config = config;
    this.parameters = new Parameters(manager, seed);
    this.items = EmbeddingTable.create(parameters, "items", items + 1, width);
    this.positions = PositionalEmbedding.create(parameters, "positions", config.maxLength(), width);
    this.subject = Linear.create(parameters, "subject", width, width);
    this.memory = KeyValueMemory.create(parameters, "memory", config.slots(), width);
    this.summary = Linear.create(parameters, "summary", 2 * width, width);
    this.output = Linear.create(parameters, "output", width, width);
    this.lastNorm = LayerNorm.create(parameters, "norm", width);
  }

  @Override
  public Encoding encode(Events events, Purpose purpose) {
    Dropout dropout = purpose.dropout(config.dropout());
    NDArray x = dropout.apply(read(events)); // (B, L, D)

    NDArray asked = subject.apply(x); // (B, L, D), what an event is about
    NDArray found = memory.recall(asked, memory.before(asked, x)); // (B, L, D)
    NDArray summed = summed(x, dropout.apply(found)); // (B, L, D)
    NDArray states = lastNorm.apply(x.add(dropout.apply(output.apply(summed)))); // (B, L, D)
    return new Encoding(states, List.of());
  }

  private NDArray read(Events events) {
    NDManager step = events.atMost(config.maxLength()).step();
    NDArray scale = Constants.of(step, Math.sqrt(config.width())); // scalar
    NDArray vectors = events.vectors(items); // (B, L, D)
    return vectors.mul(scale).add(positions.of(events.eventMask())); // (B, L, D)
  }

  @Override
  public SlotContents contents(Events events) {
    NDArray x = read(events); // (1, L, D)
    NDArray asked = subject.apply(x); // (1, L, D)
    NDArray scale = Constants.of(events.step(), Math.sqrt(config.width())); // scalar
    NDArray each = events.step().arange((int) items.vectors().getShape().get(0)); // (N + 1)
    return SlotContents.of(memory.trace(asked, x), memory.written(items.lookUp(each).mul(scale)));
  }

  /**
   * The event itself and what it reads from memory. Both go through one tanh, which is no sum; each
   * gets the mean of what it adds alone and what it adds beside the other (Shapley 1953), so that
   * together they are all that the tanh gives beyond what it gives of nothing. Gates: how much of
   * what an event addresses it erases, and how large what it writes there is, as means over the
   * numbers of a slot.
   */
  @Override
  public StateSources sources(Events events) {
    NDArray x = read(events); // (1, L, D)
    NDArray asked = subject.apply(x); // (1, L, D)
    NDArray found = memory.recall(asked, memory.before(asked, x)); // (1, L, D)
    NDArray none = x.zerosLike();
    NDArray both = summed(x, found); // (1, L, D)
    NDArray event = summed(x, none); // (1, L, D)
    NDArray recalled = summed(none, found); // (1, L, D)
    NDArray neither = summed(none, none); // (1, L, D)
    NDArray bias = output.apply(none); // (1, L, D)
    NDArray together = both.sub(neither); // (1, L, D)
    NDArray apart = event.sub(recalled); // (1, L, D)
    Map<String, NDArray> parts = new LinkedHashMap<>();
    parts.put("the event itself", x.add(output.apply(together.add(apart).div(2)).sub(bias)));
    parts.put("memory", output.apply(together.sub(apart).div(2)).sub(bias));
    parts.put(StateSources.CONSTANT, output.apply(neither));
    KeyValueMemory.Trace trace = memory.trace(asked, x);
    Map<String, NDArray> gates = new LinkedHashMap<>();
    gates.put("erases", trace.erased().mean(new int[] {-1}));
    gates.put("writes", trace.written().abs().mean(new int[] {-1}));
    return StateSources.of(lastNorm, parts, gates);
  }

  /** From (B, L, D) each to (B, L, D). */
  private NDArray summed(NDArray x, NDArray found) {
    return summary.apply(x.concat(found, 2)).tanh(); // (B, L, D)
  }

  @Override
  public MemoryRecConfig config() {
    return config;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public NDArray itemVectors(NDManager step) {
    return items.vectors();
  }
}
