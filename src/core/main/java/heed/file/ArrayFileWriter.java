package heed.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fills the arrays of an {@link ArrayFile}, several at once if it has to be. */
public final class ArrayFileWriter {

  private static final int ALIGNMENT = 8;

  private final Map<String, String> texts;
  private final List<ArrayPlan> plans;
  private final FileChannel channel;
  private final int headerBytes;
  private final Map<String, ArraySink> sinks = new LinkedHashMap<>();

  ArrayFileWriter(Map<String, String> texts, List<ArrayPlan> plans, FileChannel channel) {
    this.texts = texts;
    this.plans = plans;
    this.channel = channel;
    this.headerBytes = headerBytes(texts, plans);
    long at = Long.BYTES + (long) headerBytes;
    for (ArrayPlan plan : plans) {
      if (plan.size() == ArrayPlan.OPEN && sinks.size() + 1 < plans.size()) {
        throw new IllegalArgumentException(
            "only the last array may be of open size, found '" + plan.name() + "'");
      }
      sinks.put(plan.name(), new ArraySink(plan, channel, at));
      at += plan.bytes();
    }
  }

  /** Room for the header, whatever size the last array turns out to have. */
  private static int headerBytes(Map<String, String> texts, List<ArrayPlan> plans) {
    List<ArrayPlan> longest =
        plans.stream()
            .map(
                plan ->
                    plan.size() == ArrayPlan.OPEN
                        ? new ArrayPlan(plan.name(), plan.type(), Long.MAX_VALUE / (1 << 10))
                        : plan)
            .toList();
    int bytes = new ArrayHeader(texts, longest, Map.of()).bytes().length;
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /** Takes the numbers of this array. */
  public ArraySink array(String name) {
    ArraySink sink = sinks.get(name);
    if (sink == null) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "no array '%s' was planned; %s were", name, sinks.keySet()));
    }
    return sink;
  }

  /** Writes what is left, and the header. */
  void finish() throws IOException {
    Map<String, Integer> sums = new LinkedHashMap<>();
    List<ArrayPlan> written = new ArrayList<>();
    for (ArrayPlan plan : plans) {
      ArraySink sink = array(plan.name());
      written.add(sink.finish());
      sums.put(plan.name(), sink.sum());
    }
    byte[] header = new ArrayHeader(texts, written, sums).bytes();
    byte[] padded = Arrays.copyOf(header, headerBytes);
    Arrays.fill(padded, header.length, headerBytes, (byte) ' ');
    ByteBuffer first = ByteBuffer.allocate(Long.BYTES + headerBytes).order(ByteOrder.LITTLE_ENDIAN);
    first.putLong(headerBytes).put(padded).flip();
    for (long at = 0; first.hasRemaining(); ) {
      at += channel.write(first, at);
    }
  }
}
