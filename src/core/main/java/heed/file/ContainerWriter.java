package heed.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** Gathers the parts of a container and writes it, see {@link Container}. */
public final class ContainerWriter {

  private static final int BUFFER = 1 << 16;

  private final FileKind kind;
  private final List<Content> contents = new ArrayList<>();

  /** A part to be written. */
  private record Content(String name, long bytes, WholeFile.Content to) {}

  ContainerWriter(FileKind kind) {
    this.kind = kind;
  }

  /**
   * Adds a text, as it is.
   *
   * @param name in lower case, without its ending: "catalogue" becomes catalogue.json
   */
  public ContainerWriter json(String name, String json) {
    byte[] bytes = (json + "\n").getBytes(StandardCharsets.UTF_8);
    contents.add(new Content(name + ".json", bytes.length, out -> out.write(bytes)));
    return this;
  }

  /** Adds a value as text for people to read. */
  public ContainerWriter value(String name, Object value, RecordCodec codec) {
    return json(name, codec.writePretty(value));
  }

  /**
   * Adds a value as text, and its arrays of numbers beside it as name.safetensors.
   *
   * @throws IllegalArgumentException if it could not be read back, such as a record of the reader's
   *     own that the codec does not know
   */
  public ContainerWriter valueAndNumbers(String name, Object value, RecordCodec codec) {
    RecordCodec.Parts parts = parts(value, codec);
    json(name, parts.json());
    return parts.tensors().isEmpty() ? this : tensors(name, parts.tensors());
  }

  private RecordCodec.Parts parts(Object value, RecordCodec codec) {
    try {
      return codec.writeParts(value);
    } catch (UnknownKindException unknown) {
      throw kind.unwritable(unknown);
    }
  }

  /** Adds arrays by their names: "weights" becomes weights.safetensors. */
  public ContainerWriter tensors(String name, Map<String, Tensor> tensors) {
    Safetensors written = Safetensors.of(tensors);
    contents.add(new Content(name + ".safetensors", written.bytes(), written::write));
    return this;
  }

  /** Writes the container whole or not at all; the folder is made if it is not there. */
  public void write(Path file) throws IOException {
    ZipLayout layout = new ZipLayout();
    List<Digests> digests = new ArrayList<>();
    for (Content content : contents) {
      digests.add(Digests.of(content));
    }
    Content manifest = manifest(digests);
    byte[] first =
        layout.add(manifest.name, manifest.bytes, (int) Digests.of(manifest).crc.getValue());
    List<byte[]> headers = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      Content content = contents.get(i);
      headers.add(layout.add(content.name, content.bytes, (int) digests.get(i).crc.getValue()));
    }
    requireRoom(file, layout.bytes());
    WholeFile.write(
        file,
        plain -> {
          OutputStream out = new BufferedOutputStream(plain, BUFFER);
          out.write(first);
          manifest.to.to(out);
          for (int i = 0; i < headers.size(); i++) {
            out.write(headers.get(i));
            contents.get(i).to.to(out);
          }
          out.write(layout.directory());
          out.flush();
        });
  }

  private static void requireRoom(Path file, long bytes) {
    if (bytes > ZipLayout.MOST_BYTES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s would be %,d bytes long, and a container is at most %,d; keep fewer items or"
                  + " narrower vectors",
              file,
              bytes,
              ZipLayout.MOST_BYTES));
    }
  }

  private Content manifest(List<Digests> digests) {
    List<Manifest.Part> parts = new ArrayList<>();
    for (int i = 0; i < digests.size(); i++) {
      Content content = contents.get(i);
      String sha256 = HexFormat.of().formatHex(digests.get(i).sha256.digest());
      parts.add(new Manifest.Part(content.name, content.bytes, sha256));
    }
    Manifest manifest = new Manifest(Manifest.FORMAT, kind.name(), kind.version(), parts);
    String text = RecordCodec.plain().writePretty(manifest) + "\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Content(Manifest.NAME, bytes.length, out -> out.write(bytes));
  }

  /** What a part is known again by. */
  private record Digests(CRC32 crc, MessageDigest sha256) {

    static Digests of(Content content) throws IOException {
      Digests digests = new Digests(new CRC32(), Sha256.fresh());
      OutputStream out =
          new DigestOutputStream(
              new CheckedOutputStream(OutputStream.nullOutputStream(), digests.crc),
              digests.sha256);
      content.to.to(out);
      return digests;
    }
  }
}
