package heed.file;

import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one form of all files that Heed writes to be read again: a zip archive whose entries are not
 * compressed. First comes {@code manifest.json}, which says kind and version, and length and
 * SHA-256 digest of each part; then texts (JSON) and arrays (safetensors). Any zip program lists
 * and unpacks it.
 *
 * <p>Reading holds every byte of the file against the one layout that its parts can have, so that
 * whatever is damaged, cut off, exchanged, of another kind or newer is refused by an {@link
 * UnreadableFileException}, and memory is taken only for what the file really holds. No text names
 * a class.
 *
 * <p>Immutable, but for the arrays in tensors.
 */
public final class Container {

  /** Bytes of an array from which on it is worth its own place: 1 MiB. */
  private static final long LEAST_MAPPED = 1 << 20;

  private final Path file;
  private final FileKind kind;
  private final String fingerprint;
  private final List<String> names;
  private final Map<String, byte[]> texts;
  private final Map<String, Map<String, Tensor>> tensors;

  Container(
      Path file,
      FileKind kind,
      String fingerprint,
      Map<String, byte[]> texts,
      Map<String, Map<String, Tensor>> tensors) {
    this.file = file;
    this.kind = kind;
    this.fingerprint = fingerprint;
    this.names =
        Stream.concat(texts.keySet().stream(), tensors.keySet().stream())
            .map(part -> part.substring(0, part.indexOf('.')))
            .distinct()
            .toList();
    this.texts = Map.copyOf(texts);
    this.tensors = Map.copyOf(tensors);
  }

  /** A container of this kind, to be filled and written. */
  public static ContainerWriter of(FileKind kind) {
    return new ContainerWriter(kind);
  }

  /**
   * Reads a whole container.
   *
   * @throws UnreadableFileException if it is no undamaged file of this kind and version
   */
  public static Container read(Path file, FileKind kind) throws IOException {
    return new ContainerReader(file, kind, Long.MAX_VALUE).read();
  }

  /**
   * Reads a container but for its large arrays of 32-bit floats, which become {@link
   * Tensor.Stored}: it takes no longer for a table of gigabytes than for a small one. Everything is
   * checked as {@link #read} checks it, with one exception: the numbers of a part that holds such
   * an array are not held against the part's digest. The file must not be changed in place as long
   * as the arrays are used; a new file may take its place.
   *
   * @throws UnreadableFileException if it is no file of this kind and version, or damaged elsewhere
   */
  public static Container map(Path file, FileKind kind) throws IOException {
    return new ContainerReader(file, kind, LEAST_MAPPED).read();
  }

  public Path file() {
    return file;
  }

  /** What it is known by: SHA-256 over kind, version and the digests of all parts, hexadecimal. */
  public String fingerprint() {
    return fingerprint;
  }

  /** The names of its parts but the manifest, in their order, without endings, each once. */
  public List<String> names() {
    return names;
  }

  /** Whether there is a text of this name. */
  public boolean hasJson(String name) {
    return texts.containsKey(name + ".json");
  }

  /** Whether there are arrays of this name. */
  public boolean hasTensors(String name) {
    return tensors.containsKey(name + ".safetensors");
  }

  /**
   * A text, as it is.
   *
   * @throws UnreadableFileException if there is none of this name, or it is no UTF-8
   */
  public String json(String name) {
    byte[] bytes = texts.get(name + ".json");
    if (bytes == null) {
      throw refused("no part '" + name + ".json'", "one in every " + kind.name());
    }
    try {
      return Utf8.text(bytes).strip();
    } catch (IllegalArgumentException broken) {
      throw refused(broken.getMessage() + " in '" + name + ".json'", "a text", broken);
    }
  }

  /** Reads a value that {@link ContainerWriter#value} wrote. */
  public <T> T value(String name, Class<T> type, RecordCodec codec) {
    return read(name, json -> codec.read(json, type));
  }

  /** As {@link #value(String, Class, RecordCodec)}, of a generic type. */
  public <T> T value(String name, TypeToken<T> type, RecordCodec codec) {
    return read(name, json -> codec.read(json, type));
  }

  /**
   * Makes a value of what {@link ContainerWriter#valueAndNumbers} wrote.
   *
   * @param type of what was written
   * @param make the value; what it refuses is told as what is wrong with the file
   */
  public <F, T> T made(String name, Class<F> type, RecordCodec codec, Function<F, T> make) {
    Map<String, Tensor> numbers = tensors.getOrDefault(name + ".safetensors", Map.of());
    return read(
        name, json -> make.apply(codec.readParts(new RecordCodec.Parts(json, numbers), type)));
  }

  /** Arrays by their names. */
  public Map<String, Tensor> tensors(String name) {
    Map<String, Tensor> found = tensors.get(name + ".safetensors");
    if (found == null) {
      throw refused("no part '" + name + ".safetensors'", "one in every " + kind.name());
    }
    return new LinkedHashMap<>(found);
  }

  private <T> T read(String name, Function<String, T> reading) {
    String json = json(name);
    try {
      return reading.apply(json);
    } catch (UnreadableFileException known) {
      throw known;
    } catch (UnknownKindException own) {
      throw new UnreadableFileException(
          file,
          kind.name(),
          String.format(Locale.ROOT, "in '%s.json' %s", name, own.what()),
          "what the codec that reads it knows",
          "nothing is damaged: it was saved with a record of somebody's own; " + kind.remedy(own),
          own);
    } catch (IllegalArgumentException broken) {
      throw refused(
          String.format(Locale.ROOT, "in '%s.json' %s", name, broken.getMessage()),
          "what Heed wrote there",
          broken);
    }
  }

  /**
   * What is thrown of a container that is whole, but whose parts say what cannot be.
   *
   * @param found what they say
   * @param expected what would have been right
   */
  public UnreadableFileException refused(String found, String expected) {
    return refused(found, expected, null);
  }

  /**
   * What is thrown of a container that is whole, and holds what nobody here knows.
   *
   * @param remedy what makes it known
   */
  public UnreadableFileException unknown(String found, String expected, String remedy) {
    return new UnreadableFileException(file, kind.name(), found, expected, remedy);
  }

  private UnreadableFileException refused(String found, String expected, Throwable cause) {
    return new UnreadableFileException(file, kind.name(), found, expected, kind.remedy(), cause);
  }
}
