package heed.compact;

import heed.file.ArrayFile;
import heed.file.ArrayType;
import heed.file.MappedArray;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** Texts in a mapped file, one after the other in UTF-8; each is decoded when it is asked for. */
final class MappedTexts extends AbstractList<String> implements RandomAccess {

  private final MappedArray ends;
  private final MappedArray bytes;
  private final int size;

  MappedTexts(ArrayFile file, String name) {
    this.ends = file.array(name + CompactLayout.ENDS, ArrayType.I64);
    this.bytes = file.array(name, ArrayType.U8);
    this.size = Math.toIntExact(ends.size());
    long end = size == 0 ? 0 : ends.getLong(size - 1L);
    if (end != bytes.size()) {
      throw file.refused("texts '" + name + "' that end elsewhere than told", "all of them");
    }
  }

  @Override
  public String get(int index) {
    Objects.checkIndex(index, size);
    long from = index == 0 ? 0 : ends.getLong(index - 1L);
    byte[] text = new byte[Math.toIntExact(ends.getLong(index) - from)];
    bytes.get(from, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  @Override
  public int size() {
    return size;
  }
}
