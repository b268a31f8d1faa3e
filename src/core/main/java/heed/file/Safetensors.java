package heed.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Named arrays, and texts about them, in the safetensors format: eight bytes that say how long the
 * header is, the header as JSON, the numbers in little-endian order.
 *
 * @param texts by name; none are written if there are none
 * @param tensors by name
 */
record Safetensors(Map<String, String> texts, Map<String, Tensor> tensors) {

  private static final String TEXTS = "__metadata__";
  private static final TypeToken<Map<String, String>> TEXT_MAP = new TypeToken<>() {};
  private static final int ALIGNMENT = 8;
  private static final int CHUNK = 1 << 16;

  static Safetensors of(Map<String, Tensor> tensors) {
    return new Safetensors(Map.of(), tensors);
  }

  /** How many bytes {@link #write} writes. */
  long bytes() {
    return Long.BYTES
        + header().length
        + tensors.values().stream().mapToLong(Safetensors::numberBytes).sum();
  }

  private static long numberBytes(Tensor tensor) {
    return Tensor.size(tensor.shape()) * Numbers.of(tensor).bytes();
  }

  void write(OutputStream out) throws IOException {
    byte[] header = header();
    byte[] first = new byte[Long.BYTES];
    buffer(first).putLong(header.length);
    out.write(first);
    out.write(header);
    writeNumbers(out);
  }

  /** Writes what stands behind the header. */
  void writeNumbers(OutputStream out) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (Tensor tensor : tensors.values()) {
      Numbers numbers = Numbers.of(tensor);
      int atOnce = CHUNK / numbers.bytes();
      int size = (int) Tensor.size(tensor.shape());
      for (int from = 0; from < size; from += atOnce) {
        int some = Math.min(atOnce, size - from);
        numbers.put(tensor, from, some, buffer(chunk));
        out.write(chunk, 0, some * numbers.bytes());
      }
    }
  }

  /** Padded with spaces, so that the numbers begin at a multiple of eight bytes. */
  private byte[] header() {
    byte[] text = headerText().getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(text, (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
    Arrays.fill(padded, text.length, padded.length, (byte) ' ');
    return padded;
  }

  private String headerText() {
    JsonObject header = new JsonObject();
    if (!texts.isEmpty()) {
      JsonObject written = new JsonObject();
      texts.forEach(written::addProperty);
      header.add(TEXTS, written);
    }
    long from = 0;
    for (Map.Entry<String, Tensor> one : tensors.entrySet()) {
      long to = from + numberBytes(one.getValue());
      JsonObject place = new JsonObject();
      place.addProperty("dtype", Numbers.of(one.getValue()).name());
      place.add("shape", array(one.getValue().shape()));
      place.add("data_offsets", array(from, to));
      header.add(one.getKey(), place);
      from = to;
    }
    return header.toString();
  }

  private static JsonArray array(long... numbers) {
    JsonArray array = new JsonArray();
    for (long number : numbers) {
      array.add(number);
    }
    return array;
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads what {@link #write} wrote. No length in it decides how much memory is taken before it is
   * held against {@code length}.
   *
   * @param length how many bytes there are
   * @throws IllegalArgumentException if these are no such bytes
   */
  static Safetensors read(InputStream in, long length) throws IOException {
    return read(in, length, (place, at) -> numbers(in, Numbers.named(place.dtype()), place.axes()));
  }

  /**
   * As {@link #read(InputStream, long)}, where large arrays of 32-bit floats are passed over and
   * stay where they are.
   *
   * @param file whose bytes come from {@code in}
   * @param from where in the file {@code in} stands
   * @param least bytes of an array that is passed over
   */
  static Safetensors readSmall(InputStream in, long length, Path file, long from, long least)
      throws IOException {
    return read(
        in,
        length,
        (place, at) -> {
          Numbers numbers = Numbers.named(place.dtype());
          long bytes = Tensor.size(place.axes()) * numbers.bytes();
          if (numbers != Numbers.F32 || bytes < least) {
            return numbers(in, numbers, place.axes());
          }
          in.skipNBytes(bytes);
          return new Tensor.Stored(place.axes(), file, from + at);
        });
  }

  /** Makes an array whose numbers begin so many bytes behind the beginning. */
  private interface Reading {
    Tensor of(Place place, long at) throws IOException;
  }

  private static Safetensors read(InputStream in, long length, Reading reading) throws IOException {
    byte[] first = in.readNBytes(Long.BYTES);
    long headerBytes = first.length < Long.BYTES ? -1 : buffer(first).getLong();
    if (headerBytes < 2 || headerBytes > length - Long.BYTES || headerBytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%,d bytes and no safetensors header that fits into them", length));
    }
    String text = Utf8.text(in.readNBytes((int) headerBytes));
    Map<String, JsonElement> header = parsed(text);
    JsonElement told = header.remove(TEXTS);
    Safetensors read =
        new Safetensors(told == null ? Map.of() : texts(told), new LinkedHashMap<>());
    long left = length - Long.BYTES - headerBytes;
    long from = 0;
    for (Map.Entry<String, JsonElement> one : header.entrySet()) {
      Place place = Place.of(one.getKey(), one.getValue());
      long begins = from;
      from = place.requireBehind(from, left);
      read.tensors.put(one.getKey(), reading.of(place, Long.BYTES + headerBytes + begins));
    }
    if (from != left) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%,d bytes of numbers, the header tells of %,d", left, from));
    }
    // Checkpoints of before are not padded.
    if (!text.stripTrailing().equals(read.headerText())) {
      throw new IllegalArgumentException("a safetensors header that is not as Heed writes it");
    }
    return read;
  }

  // What is read is of the type that was asked for.
  @SuppressWarnings("unchecked")
  private static Map<String, String> texts(JsonElement told) {
    return (Map<String, String>) RecordCodec.plain().read(told, TEXT_MAP.getType());
  }

  private static Map<String, JsonElement> parsed(String header) {
    JsonElement parsed = StrictJson.parse(header);
    if (!parsed.isJsonObject()) {
      throw new IllegalArgumentException("a header of arrays is an object");
    }
    return parsed.getAsJsonObject().asMap();
  }

  /** What the header tells of one array, read to the letter. */
  private record Place(String name, String dtype, List<Long> shape, List<Long> offsets) {

    private record Written(String dtype, List<Long> shape, List<Long> data_offsets) {}

    static Place of(String name, JsonElement found) {
      Written written = (Written) RecordCodec.plain().read(found, Written.class);
      return new Place(name, written.dtype, written.shape, written.data_offsets);
    }

    long[] axes() {
      return shape.stream().mapToLong(Long::longValue).toArray();
    }

    /** Where the next one begins. */
    long requireBehind(long from, long all) {
      long size = Tensor.size(axes());
      int bytes = Numbers.named(dtype).bytes();
      boolean fits = size <= Integer.MAX_VALUE && size * bytes <= all - from;
      if (!fits || !offsets.equals(List.of(from, from + size * bytes))) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the array '%s' of the shape %s stands at %s, where none of its size can be",
                name,
                shape,
                offsets));
      }
      return from + size * bytes;
    }
  }

  /** Reads the numbers of an array of this shape. */
  static Tensor numbers(InputStream in, Numbers numbers, long[] shape) throws IOException {
    Tensor tensor = numbers.empty(shape);
    byte[] chunk = new byte[CHUNK];
    int atOnce = CHUNK / numbers.bytes();
    int size = (int) Tensor.size(shape);
    for (int from = 0; from < size; from += atOnce) {
      int some = Math.min(atOnce, size - from);
      if (in.readNBytes(chunk, 0, some * numbers.bytes()) < some * numbers.bytes()) {
        throw new EOFException("the numbers end early");
      }
      numbers.get(tensor, from, some, buffer(chunk));
    }
    return tensor;
  }
}
