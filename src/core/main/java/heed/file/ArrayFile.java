package heed.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Flat arrays larger than memory in one file: a safetensors file, which any reader of that format
 * opens, as long as the disk allows. Its texts tell kind and version and a CRC-32C of each array
 * and of the header.
 *
 * <p>It is written whole or not at all, and read by mapping it into memory. {@link #map} holds the
 * header against its checksum and the length of the file against the header, and takes no longer
 * for more events; {@link #check} reads all. The file must not be changed in place while it is
 * used; a new one may take its place.
 */
public final class ArrayFile {

  private static final String KIND = "kind";
  private static final String VERSION = "version";

  /** No header of ours comes near. */
  private static final int MOST_HEADER_BYTES = 1 << 24;

  private final Path file;
  private final FileKind kind;
  private final ArrayHeader header;
  private final Map<String, MappedArray> arrays;

  private ArrayFile(Path file, FileKind kind, ArrayHeader header, Map<String, MappedArray> arrays) {
    this.file = file;
    this.kind = kind;
    this.header = header;
    this.arrays = arrays;
  }

  /** Fills the arrays of a file. */
  @FunctionalInterface
  public interface Content {
    void to(ArrayFileWriter out) throws IOException;
  }

  /**
   * Writes a file whole or not at all; the folder is made if it is not there.
   *
   * @param texts what is told of the whole, by names other than kind and version
   * @param plans its arrays; the widest numbers first, so that all lie at multiples of their size
   * @throws IOException if the disk is full, among others; nothing is left of the file then
   */
  public static void write(
      Path file, FileKind kind, Map<String, String> texts, List<ArrayPlan> plans, Content content)
      throws IOException {
    Map<String, String> told = new LinkedHashMap<>(texts);
    told.put(KIND, kind.name());
    told.put(VERSION, String.valueOf(kind.version()));
    WholeFile.writeChannel(
        file,
        channel -> {
          ArrayFileWriter out = new ArrayFileWriter(told, plans, channel);
          content.to(out);
          out.finish();
        });
  }

  /**
   * Maps a file into memory.
   *
   * @throws UnreadableFileException if it is none of this kind and version, or cut off
   */
  public static ArrayFile map(Path file, FileKind kind) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long length = channel.size();
      ByteBuffer first = read(channel, 0, (int) Math.min(Long.BYTES, length));
      long headerBytes = first.remaining() < Long.BYTES ? -1 : first.getLong();
      if (headerBytes < 2 || headerBytes > Math.min(MOST_HEADER_BYTES, length - Long.BYTES)) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%,d bytes and no header that fits into them", length));
      }
      ArrayHeader header = ArrayHeader.read(read(channel, Long.BYTES, (int) headerBytes).array());
      requireKind(file, kind, header.texts());
      long at = Long.BYTES + headerBytes;
      if (at + header.arrayBytes() != length) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%,d bytes, its header tells of %,d",
                length,
                at + header.arrayBytes()));
      }
      Map<String, MappedArray> arrays = new LinkedHashMap<>();
      for (ArrayPlan plan : header.arrays()) {
        arrays.put(plan.name(), new MappedArray(plan, channel, at));
        at += plan.bytes();
      }
      return new ArrayFile(file, kind, header, arrays);
    } catch (UnreadableFileException known) {
      throw known;
    } catch (IllegalArgumentException | ArithmeticException | IllegalStateException broken) {
      throw new UnreadableFileException(
          file,
          kind.name(),
          String.valueOf(broken.getMessage()),
          "it whole",
          kind.remedy(),
          broken);
    }
  }

  private static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
      // Until it is full.
    }
    return buffer.flip();
  }

  private static void requireKind(Path file, FileKind kind, Map<String, String> texts) {
    if (!kind.name().equals(texts.get(KIND))) {
      throw new UnreadableFileException(
          file,
          kind.name(),
          "a file of the kind " + texts.get(KIND),
          "the kind " + kind.name(),
          "give another file");
    }
    if (!String.valueOf(kind.version()).equals(texts.get(VERSION))) {
      throw new UnreadableFileException(
          file,
          kind.name(),
          "version " + texts.get(VERSION),
          "version " + kind.version() + ", which this Heed writes",
          "read it with the Heed that wrote it");
    }
  }

  public Path file() {
    return file;
  }

  /** A text by its name. */
  public String text(String name) {
    String text = header.texts().get(name);
    if (text == null) {
      throw refused("no text '" + name + "'", "one");
    }
    return text;
  }

  /** Whether there is an array of this name. */
  public boolean has(String name) {
    return arrays.containsKey(name);
  }

  /**
   * An array by its name.
   *
   * @throws UnreadableFileException if there is none of this name and type
   */
  public MappedArray array(String name, ArrayType type) {
    MappedArray array = arrays.get(name);
    if (array == null || array.type() != type) {
      throw refused(
          array == null ? "no array '" + name + "'" : "'" + name + "' of " + array.type(),
          "one of " + type);
    }
    return array;
  }

  /**
   * Reads all arrays and holds them against their checksums; some gigabytes a second.
   *
   * @throws UnreadableFileException if one does not agree
   */
  public void check() {
    arrays.keySet().forEach(this::check);
  }

  /**
   * Reads an array and holds it against its checksum.
   *
   * @throws UnreadableFileException if it does not agree
   */
  public void check(String name) {
    MappedArray array = arrays.get(name);
    if (array == null || !header.sums().get(name).equals(array.sum())) {
      throw refused(
          "no array '" + name + "' that agrees with the checksum told of it",
          "it as Heed wrote it");
    }
  }

  /** What is thrown of a file that holds not what it has to. */
  public UnreadableFileException refused(String found, String expected) {
    return new UnreadableFileException(file, kind.name(), found, expected, kind.remedy());
  }
}
