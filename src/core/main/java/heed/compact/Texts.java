package heed.compact;

import heed.file.ArrayFileWriter;
import heed.file.ArraySink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Takes texts, one after the other in UTF-8, and where each ends. */
final class Texts {

  private final ArraySink ends;
  private final ArraySink bytes;

  Texts(ArrayFileWriter out, String name) {
    this.ends = out.array(name + CompactLayout.ENDS);
    this.bytes = out.array(name);
  }

  void put(String text) throws IOException {
    bytes.put(bytes(text));
    ends.putLong(bytes.size());
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
