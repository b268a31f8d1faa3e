package heed.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * Reads a container in one pass and holds every byte against the one layout there is for its parts.
 * Nothing is allocated by a length that was not held against the size of the file.
 */
final class ContainerReader {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final FileKind kind;
  private final long leastMapped;
  private final ZipLayout layout = new ZipLayout();
  private long left;

  /**
   * A reader of one file.
   *
   * @param leastMapped bytes of an array that is left where it is; the numbers of a part that holds
   *     such are not held against its digest
   */
  ContainerReader(Path file, FileKind kind, long leastMapped) {
    this.file = file;
    this.kind = kind;
    this.leastMapped = leastMapped;
  }

  Container read() throws IOException {
    FilePlace.requireReadable(file, kind.name());
    left = Files.size(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      byte[] text = manifestText(in);
      Manifest manifest = manifest(text);
      Map<String, byte[]> texts = new LinkedHashMap<>();
      Map<String, Map<String, Tensor>> tensors = new LinkedHashMap<>();
      for (Manifest.Part part : manifest.parts()) {
        if (part.text()) {
          texts.put(part.name(), part(in, part, (from, bytes) -> from.readNBytes((int) bytes)));
        } else if (part.bytes() >= leastMapped) {
          tensors.put(part.name(), mapped(in, part));
        } else {
          tensors.put(
              part.name(),
              part(in, part, (from, bytes) -> Safetensors.read(from, bytes).tensors()));
        }
      }
      byte[] directory = layout.directory();
      if (left != directory.length || !Arrays.equals(in.readAllBytes(), directory)) {
        throw damaged("%,d bytes behind the last part that are not its table of contents", left);
      }
      String digest = HexFormat.of().formatHex(Sha256.fresh().digest(text));
      return new Container(file, kind, digest, texts, tensors);
    } catch (EOFException | IllegalArgumentException broken) {
      throw broken instanceof UnreadableFileException known
          ? known
          : refused(broken.getMessage(), "a whole " + kind.name(), broken);
    }
  }

  private byte[] manifestText(InputStream in) throws IOException {
    byte[] fixed = in.readNBytes(ZipLayout.LOCAL_BYTES);
    if (!ZipLayout.begins(fixed) || ZipLayout.nameLength(fixed) != Manifest.NAME.length()) {
      throw refused(
          String.format(Locale.ROOT, "%,d bytes that are no container of Heed's", left),
          "one that begins with its " + Manifest.NAME,
          null);
    }
    long bytes = ZipLayout.bytesOf(fixed);
    int header = layout.headerBytes(Manifest.NAME);
    if (bytes > left - header || bytes > Integer.MAX_VALUE) {
      throw damaged("%,d bytes, of which its manifest alone takes %,d", left, bytes);
    }
    byte[] rest = in.readNBytes(header - fixed.length);
    byte[] text = in.readNBytes((int) bytes);
    CRC32 crc = new CRC32();
    crc.update(text);
    requireHeader(fixed, rest, layout.add(Manifest.NAME, bytes, (int) crc.getValue()), "manifest");
    left -= header + bytes;
    return text;
  }

  private void requireHeader(byte[] first, byte[] rest, byte[] expected, String name) {
    int cut = Math.min(first.length, expected.length);
    if (!Arrays.equals(first, 0, first.length, expected, 0, cut)
        || !Arrays.equals(rest, 0, rest.length, expected, cut, expected.length)) {
      throw damaged("the part '%s' with another checksum than is told of it", name);
    }
  }

  private Manifest manifest(byte[] bytes) {
    JsonElement tree = StrictJson.parse(Utf8.text(bytes));
    JsonObject object = tree.isJsonObject() ? tree.getAsJsonObject() : new JsonObject();
    requireText(object, "format", Manifest.FORMAT, "the format");
    requireText(object, "kind", kind.name(), "the kind");
    JsonElement version = object.get("version");
    if (!new JsonPrimitive(kind.version()).equals(version)) {
      throw refused(
          String.format(
              Locale.ROOT,
              "version %s of a %s",
              version == null ? "none" : Scalars.shown(version),
              kind.name()),
          String.format(Locale.ROOT, "version %d, which this Heed writes", kind.version()),
          "read it with the Heed that wrote it",
          null);
    }
    return (Manifest) RecordCodec.plain().read(tree, Manifest.class);
  }

  private void requireText(JsonObject object, String name, String expected, String what) {
    JsonElement found = object.get(name);
    if (!new JsonPrimitive(expected).equals(found)) {
      throw refused(
          what + " " + (found == null ? "none" : Scalars.shown(found)),
          '"' + expected + '"',
          "give another file, or read it with the Heed that wrote it",
          null);
    }
  }

  /** Makes what a part holds of so many bytes. */
  private interface Content<T> {
    T of(InputStream in, long bytes) throws IOException;
  }

  private <T> T part(InputStream in, Manifest.Part part, Content<T> content) throws IOException {
    int header = layout.headerBytes(part.name());
    if (part.bytes() > left - header || (part.text() && part.bytes() > Integer.MAX_VALUE)) {
      throw damaged("%,d bytes where its part '%s' of %,d begins", left, part.name(), part.bytes());
    }
    byte[] head = in.readNBytes(header);
    CRC32 crc = new CRC32();
    MessageDigest sha256 = Sha256.fresh();
    InputStream counted = new DigestInputStream(new CheckedInputStream(in, crc), sha256);
    T read = content.of(counted, part.bytes());
    if (!HexFormat.of().formatHex(sha256.digest()).equals(part.sha256())) {
      throw damaged("the part '%s' with another checksum than is told of it", part.name());
    }
    byte[] expected = layout.add(part.name(), part.bytes(), (int) crc.getValue());
    requireHeader(head, new byte[0], expected, part.name());
    left -= header + part.bytes();
    return read;
  }

  /** A part whose checksum is believed, because its large arrays are not read. */
  private Map<String, Tensor> mapped(InputStream in, Manifest.Part part) throws IOException {
    int header = layout.headerBytes(part.name());
    if (part.bytes() > left - header) {
      throw damaged("%,d bytes where its part '%s' of %,d begins", left, part.name(), part.bytes());
    }
    byte[] head = in.readNBytes(header);
    byte[] expected = layout.add(part.name(), part.bytes(), ZipLayout.crcOf(head));
    requireHeader(head, new byte[0], expected, part.name());
    long at = Files.size(file) - left + header;
    left -= header + part.bytes();
    return Safetensors.readSmall(in, part.bytes(), file, at, leastMapped).tensors();
  }

  private UnreadableFileException damaged(String found, Object... about) {
    return refused(
        String.format(Locale.ROOT, found, about), "it as Heed wrote it, undamaged", null);
  }

  private UnreadableFileException refused(String found, String expected, Throwable cause) {
    return refused(found, expected, kind.remedy(), cause);
  }

  private UnreadableFileException refused(
      String found, String expected, String remedy, Throwable cause) {
    return new UnreadableFileException(file, kind.name(), found, expected, remedy, cause);
  }
}
