package heed.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the entries of a zip archive stand, none of them compressed, and every byte between them.
 * There is one layout for given entries, so that a byte which differs from it is damage. After
 * PKWARE's APPNOTE; without its 64-bit extension, so an archive is shorter than 4 GiB.
 */
final class ZipLayout {

  /** Numbers begin at a multiple of so many bytes, so that a file can be mapped into memory. */
  private static final int ALIGNMENT = 64;

  static final long MOST_BYTES = 0xFFFF_FFFFL;

  /** What a header has before the name of its entry. */
  static final int LOCAL_BYTES = 30;

  static final int LOCAL = 0x04034B50;
  private static final int CENTRAL = 0x02014B50;
  private static final int CENTRAL_BYTES = 46;
  private static final int END = 0x06054B50;
  private static final int END_BYTES = 22;

  /** Where the lengths of the name and of what follows it stand in a header. */
  static final int NAME_LENGTH_AT = 26;

  private static final int CRC_AT = 14;
  private static final int SIZE_AT = 18;
  private static final short NEEDS = 10;
  private static final short MADE_BY_UNIX = (3 << 8) | 20;
  private static final short UTF8 = 1 << 11;
  private static final short FIRST_DAY = (1 << 5) | 1; // 1 January 1980, for all alike.
  private static final int PLAIN_FILE = 0100644 << 16;

  /** Marks the bytes that only move the next entry, as zipalign does. */
  private static final short PADDING = (short) 0xD935;

  private static final int PADDING_HEAD = 4;

  private final List<Entry> entries = new ArrayList<>();
  private long next;

  /** One entry. */
  private record Entry(String name, long bytes, int crc, long at, byte[] padding) {

    private byte[] nameBytes() {
      return name.getBytes(StandardCharsets.UTF_8);
    }

    private void common(ByteBuffer into, int length) {
      into.putShort(NEEDS).putShort(UTF8).putShort((short) 0).putShort((short) 0);
      into.putShort(FIRST_DAY).putInt(crc).putInt((int) bytes).putInt((int) bytes);
      into.putShort((short) nameBytes().length).putShort((short) length);
    }
  }

  /** How long the numbers of an entry's header say it is, as it stands at the beginning. */
  static long bytesOf(byte[] header) {
    return Integer.toUnsignedLong(buffer(header).getInt(SIZE_AT));
  }

  /** The checksum that an entry's header tells. */
  static int crcOf(byte[] header) {
    return header.length < LOCAL_BYTES ? 0 : buffer(header).getInt(CRC_AT);
  }

  /** How long the name is that a header tells of. */
  static int nameLength(byte[] header) {
    return Short.toUnsignedInt(buffer(header).getShort(NAME_LENGTH_AT));
  }

  static boolean begins(byte[] header) {
    return header.length == LOCAL_BYTES && buffer(header).getInt(0) == LOCAL;
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** How many bytes stand before the next entry's own, if it has this name. */
  int headerBytes(String name) {
    return LOCAL_BYTES + name.length() + padding(next + LOCAL_BYTES + name.length()).length;
  }

  /** The bytes before the next entry's own; they depend on all entries before it. */
  byte[] add(String name, long bytes, int crc) {
    byte[] padding = padding(next + LOCAL_BYTES + name.length());
    Entry entry = new Entry(name, bytes, crc, next, padding);
    byte[] bytesBefore = new byte[LOCAL_BYTES + name.length() + padding.length];
    ByteBuffer header = buffer(bytesBefore);
    header.putInt(LOCAL);
    entry.common(header, padding.length);
    header.put(entry.nameBytes()).put(padding);
    entries.add(entry);
    next += bytesBefore.length + bytes;
    return bytesBefore;
  }

  private static byte[] padding(long at) {
    long missing = ALIGNMENT - (at + PADDING_HEAD) % ALIGNMENT;
    byte[] padding = new byte[PADDING_HEAD + (int) (missing % ALIGNMENT)];
    buffer(padding).putShort(PADDING).putShort((short) (padding.length - PADDING_HEAD));
    return padding;
  }

  /** The bytes behind the last entry. */
  byte[] directory() {
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      byte[] name = entry.nameBytes();
      byte[] central = new byte[CENTRAL_BYTES + name.length];
      ByteBuffer one = buffer(central);
      one.putInt(CENTRAL).putShort(MADE_BY_UNIX);
      entry.common(one, 0);
      one.putShort((short) 0).putShort((short) 0).putShort((short) 0);
      one.putInt(PLAIN_FILE).putInt((int) entry.at).put(name);
      directory.writeBytes(central);
    }
    byte[] last = new byte[END_BYTES];
    ByteBuffer end = buffer(last);
    end.putInt(END).putInt(0);
    end.putShort((short) entries.size()).putShort((short) entries.size());
    end.putInt(directory.size()).putInt((int) next).putShort((short) 0);
    directory.writeBytes(last);
    return directory.toByteArray();
  }

  /** How long the file is with these entries alone. */
  long bytes() {
    return next + directory().length;
  }
}
