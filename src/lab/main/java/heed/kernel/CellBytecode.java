package heed.kernel;

import heed.notebook.NotebookPlot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The compiled classes of cells, with two calls led elsewhere that cannot work in a notebook:
 * {@code System.exit} would take the kernel and every variable along, and Tablesaw's {@code Plot}
 * looks for a browser. Only what cells themselves call is changed, in the constants of their
 * classes; libraries keep what they have.
 */
final class CellBytecode {
  private static final int MAGIC_AND_VERSION = 8;
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int METHOD = 10;

  /** Bytes behind a constant's tag, by tag; those of text begin with their number. */
  private static final int[] LENGTHS = {
    0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2
  };

  private static final String PLOT = "tech/tablesaw/plotly/Plot";
  private static final String EXIT = SystemExit.class.getName().replace('.', '/');

  private final byte[] bytes;
  private final int count;
  private final Map<Integer, Integer> at = new HashMap<>();
  private final int end;

  private CellBytecode(byte[] bytes) throws IOException {
    this.bytes = bytes;
    this.count = number(MAGIC_AND_VERSION);
    int position = MAGIC_AND_VERSION + 2;
    for (int constant = 1; constant < count; constant++) {
      at.put(constant, position);
      int tag = bytes[position];
      position += 1 + (tag == UTF8 ? 2 + number(position + 1) : LENGTHS[tag]);
      constant += tag == LONG || tag == DOUBLE ? 1 : 0; // These two take two numbers.
    }
    this.end = position;
  }

  /** The same class with its calls led elsewhere. */
  static byte[] redirected(byte[] compiled) {
    try {
      return new CellBytecode(compiled).redirected();
    } catch (IOException e) {
      throw new UncheckedIOException("what JShell compiled is no class", e);
    }
  }

  private byte[] redirected() throws IOException {
    Map<Integer, Integer> turned = new HashMap<>(); // From a reference to its new class.
    List<String> added = new ArrayList<>();
    for (int constant : at.keySet()) {
      if (calls(constant, "java/lang/System", "exit")) {
        turned.put(constant, classNumber(added, EXIT));
      } else if (isMethodOf(constant, PLOT)) {
        String plot = NotebookPlot.class.getName().replace('.', '/');
        turned.put(constant, classNumber(added, plot));
      }
    }
    return turned.isEmpty() ? bytes : written(turned, added);
  }

  /** The number of a class among the constants that are added: its name, then itself. */
  private int classNumber(List<String> added, String name) {
    int known = added.indexOf(name);
    if (known < 0) {
      added.add(name);
      known = added.size() - 1;
    }
    return count + 2 * known + 1;
  }

  private byte[] written(Map<Integer, Integer> turned, List<String> added) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 100);
    DataOutputStream data = new DataOutputStream(out);
    byte[] head = bytes.clone();
    turned.forEach(
        (constant, type) -> {
          head[at.get(constant) + 1] = (byte) (type >> 8);
          head[at.get(constant) + 2] = (byte) (int) type;
        });
    data.write(head, 0, MAGIC_AND_VERSION);
    data.writeShort(count + 2 * added.size());
    data.write(head, MAGIC_AND_VERSION + 2, end - MAGIC_AND_VERSION - 2);
    for (int i = 0; i < added.size(); i++) {
      data.writeByte(UTF8);
      data.writeUTF(added.get(i));
      data.writeByte(CLASS);
      data.writeShort(count + 2 * i);
    }
    data.write(bytes, end, bytes.length - end);
    return out.toByteArray();
  }

  private boolean calls(int constant, String type, String method) throws IOException {
    return isMethodOf(constant, type)
        && text(number(at.get(number(at.get(constant) + 3)) + 1)).equals(Optional.of(method));
  }

  private boolean isMethodOf(int constant, String type) throws IOException {
    return bytes[at.get(constant)] == METHOD
        && text(number(at.get(number(at.get(constant) + 1)) + 1)).equals(Optional.of(type));
  }

  private Optional<String> text(int constant) throws IOException {
    int position = at.get(constant);
    if (bytes[position] != UTF8) {
      return Optional.empty();
    }
    int from = position + 1;
    return Optional.of(
        new DataInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from)).readUTF());
  }

  private int number(int position) {
    return ((bytes[position] & 0xFF) << 8) | (bytes[position + 1] & 0xFF);
  }
}
