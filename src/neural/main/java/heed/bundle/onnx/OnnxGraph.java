package heed.bundle.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A graph of operators that is being written, each of which names what it makes. Operators are
 * those of ONNX's set 17; numbers of fields and types are those of its onnx.proto.
 */
final class OnnxGraph {

  private static final long OPERATORS = 17;

  /** Of the format; 8 goes with operator set 17. */
  private static final long FORMAT = 8;

  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int ATTRIBUTE_FLOAT = 1;
  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_INTS = 7;

  private final Message graph = new Message();
  private int made;

  /** Adds an array of floats that does not change. */
  String constant(String name, float[] values, long... shape) {
    byte[] raw = new byte[values.length * Float.BYTES];
    littleEndian(raw).asFloatBuffer().put(values);
    return constant(name, FLOAT, raw, shape);
  }

  /** Adds an array of whole numbers that does not change. */
  String constant(String name, long... values) {
    byte[] raw = new byte[values.length * Long.BYTES];
    littleEndian(raw).asLongBuffer().put(values);
    return constant(name, INT64, raw, values.length);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String constant(String name, int type, byte[] raw, long... shape) {
    Message tensor = new Message();
    for (long axis : shape) {
      tensor.number(1, axis);
    }
    graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw));
    return name;
  }

  /** Adds an operator without attributes. */
  String add(String operator, String... inputs) {
    return add(operator, Map.of(), inputs);
  }

  /**
   * Adds an operator.
   *
   * @param attributes a Long, a Float or a long[] by name
   * @return what it makes
   */
  String add(String operator, Map<String, Object> attributes, String... inputs) {
    String output = String.format(Locale.ROOT, "%s_%d", operator, ++made);
    add(output, operator, attributes, inputs);
    return output;
  }

  private void add(
      String output, String operator, Map<String, Object> attributes, String... inputs) {
    Message node = new Message();
    for (String input : inputs) {
      node.text(1, input);
    }
    node.text(2, output).text(3, output).text(4, operator);
    new TreeMap<>(attributes).forEach((name, value) -> node.message(5, attribute(name, value)));
    graph.message(1, node);
  }

  private static Message attribute(String name, Object value) {
    Message attribute = new Message().text(1, name);
    if (value instanceof Float real) {
      return attribute.float32(2, real).number(20, ATTRIBUTE_FLOAT);
    }
    if (value instanceof long[] several) {
      for (long one : several) {
        attribute.number(8, one);
      }
      return attribute.number(20, ATTRIBUTE_INTS);
    }
    return attribute.number(3, (Long) value).number(20, ATTRIBUTE_INT);
  }

  /** The input of the graph: whole numbers of any number of rows and columns. */
  String input(String name) {
    graph.message(11, value(name, INT64, axis("histories"), axis("events")));
    return name;
  }

  /** Names what an operator made as the output of the graph: rows of floats. */
  void output(String name, String made, long width) {
    add(name, "Identity", Map.of(), made);
    graph.message(12, value(name, FLOAT, axis("histories"), new Message().number(1, width)));
  }

  private static Message axis(String name) {
    return new Message().text(2, name);
  }

  private static Message value(String name, int type, Message... axes) {
    Message shape = new Message();
    for (Message axis : axes) {
      shape.message(1, axis);
    }
    Message tensor = new Message().number(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /**
   * The whole model.
   *
   * @param texts about it, by name
   */
  byte[] model(String name, Map<String, String> texts) {
    Message model = new Message().number(1, FORMAT).text(2, "Heed");
    model.message(7, graph.text(2, name));
    model.message(8, new Message().text(1, "").number(2, OPERATORS));
    texts.forEach((key, value) -> model.message(14, new Message().text(1, key).text(2, value)));
    return model.toBytes();
  }
}
