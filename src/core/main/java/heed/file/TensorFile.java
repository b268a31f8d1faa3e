package heed.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Named arrays of 32-bit floats and texts about them, as safetensors: any reader of that format
 * opens it. A checksum among the texts covers all of it. It holds numbers and texts only, so
 * nothing in it can run.
 *
 * @param texts by name
 * @param tensors by name
 */
public record TensorFile(Map<String, String> texts, Map<String, Tensor> tensors) {

  private static final String TEXTS = "__metadata__";
  private static final String CHECKSUM = "crc32";
  private static final int LENGTH_BYTES = Long.BYTES;
  private static final int CHUNK = 1 << 14;

  /** An array: its shape, and its numbers in the order of rows. */
  public record Tensor(long[] shape, float[] values) {}

  /** Writes it whole or not at all; the folder is made if it is not there. */
  public void write(Path file) throws IOException {
    byte[] header = header();
    WholeFile.write(
        file,
        plain -> {
          OutputStream out = new BufferedOutputStream(plain, CHUNK);
          out.write(littleEndian(LENGTH_BYTES).putLong(header.length).array());
          out.write(header);
          writeNumbers(out);
          out.flush();
        });
  }

  private byte[] header() throws IOException {
    JsonObject header = new JsonObject();
    JsonObject written = new JsonObject();
    texts.forEach(written::addProperty);
    written.addProperty(CHECKSUM, checksum());
    header.add(TEXTS, written);
    long from = 0;
    for (Map.Entry<String, Tensor> one : tensors.entrySet()) {
      long to = from + (long) one.getValue().values.length * Float.BYTES;
      JsonObject place = new JsonObject();
      place.addProperty("dtype", "F32");
      place.add("shape", array(one.getValue().shape));
      place.add("data_offsets", array(from, to));
      header.add(one.getKey(), place);
      from = to;
    }
    String text = header.toString();
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonArray array(long... numbers) {
    JsonArray array = new JsonArray();
    for (long number : numbers) {
      array.add(number);
    }
    return array;
  }

  private String checksum() throws IOException {
    CRC32 sum = new CRC32();
    OutputStream counted = new CheckedOutputStream(OutputStream.nullOutputStream(), sum);
    counted.write(new TreeMap<>(texts).toString().getBytes(StandardCharsets.UTF_8));
    writeNumbers(counted);
    return Long.toHexString(sum.getValue());
  }

  private void writeNumbers(OutputStream out) throws IOException {
    byte[] bytes = new byte[CHUNK * Float.BYTES];
    FloatBuffer buffer = littleEndian(bytes).asFloatBuffer();
    for (Tensor tensor : tensors.values()) {
      for (int from = 0; from < tensor.values.length; from += CHUNK) {
        int some = Math.min(CHUNK, tensor.values.length - from);
        buffer.clear().put(tensor.values, from, some);
        out.write(bytes, 0, some * Float.BYTES);
      }
    }
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads what {@link #write} wrote. No length in the file decides how much memory is taken before
   * it is held against the size of the file.
   *
   * @param what it is to hold, in words for errors, such as "checkpoint"
   * @param remedy what to do if it does not
   * @throws IllegalArgumentException if the file is damaged, cut off, or something else
   */
  public static TensorFile read(Path file, String what, String remedy) throws IOException {
    try {
      return read(file);
    } catch (Damage damage) {
      throw damaged(file, what, damage.getMessage(), remedy, damage);
    }
  }

  /** What makes a file no file of ours, in words; says not which file. */
  private static final class Damage extends Exception {

    private static final long serialVersionUID = 1;

    Damage(String found) {
      super(found);
    }

    Damage(String found, Exception cause) {
      super(found, cause);
    }
  }

  private static TensorFile read(Path file) throws IOException, Damage {
    long size = Files.size(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
      byte[] text = readHeader(in, size);
      JsonObject header = parse(text);
      requireSize(
          Math.addExact(
              LENGTH_BYTES + text.length, Math.multiplyExact(numbers(header), Float.BYTES)),
          size);
      Map<String, String> texts = new LinkedHashMap<>();
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      header.getAsJsonObject(TEXTS).asMap().forEach((k, v) -> texts.put(k, v.getAsString()));
      for (Map.Entry<String, JsonElement> one : header.entrySet()) {
        if (!one.getKey().equals(TEXTS)) {
          tensors.put(one.getKey(), readTensor(in, one.getValue().getAsJsonObject()));
        }
      }
      texts.remove(CHECKSUM);
      TensorFile read = new TensorFile(texts, tensors);
      // The header written anew from what was read holds the checksum of that.
      if (!Arrays.equals(read.header(), text)) {
        throw new Damage("what it holds does not agree with its checksum or its header");
      }
      return read;
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | NullPointerException
        | NumberFormatException
        | ArithmeticException
        | UnsupportedOperationException broken) {
      throw new Damage("its header is not that of safetensors that Heed wrote", broken);
    }
  }

  private static byte[] readHeader(InputStream in, long size) throws IOException, Damage {
    byte[] length = in.readNBytes(LENGTH_BYTES);
    long bytes = length.length < LENGTH_BYTES ? -1 : littleEndian(length).getLong();
    if (bytes < 2 || bytes > size - LENGTH_BYTES || bytes > Integer.MAX_VALUE) {
      throw new Damage(
          String.format(
              Locale.ROOT,
              "it holds %,d bytes and no safetensors header that fits into them",
              size));
    }
    return in.readNBytes((int) bytes);
  }

  private static JsonObject parse(byte[] header) {
    String text = new String(header, StandardCharsets.UTF_8);
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static void requireSize(long expected, long size) throws Damage {
    if (expected != size) {
      throw new Damage(
          String.format(
              Locale.ROOT, "it holds %,d bytes, expected %,d by its header", size, expected));
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long numbers(JsonObject header) {
    long numbers = 0;
    for (Map.Entry<String, JsonElement> one : header.entrySet()) {
      if (!one.getKey().equals(TEXTS)) {
        numbers = Math.addExact(numbers, size(shape(one.getValue().getAsJsonObject())));
      }
    }
    return numbers;
  }

  private static long[] shape(JsonObject place) {
    return place.getAsJsonArray("shape").asList().stream()
        .mapToLong(JsonElement::getAsLong)
        .toArray();
  }

  private static long size(long[] shape) {
    long size = 1;
    for (long axis : shape) {
      if (axis < 0) {
        throw new ArithmeticException("an axis is at least 0 long, found " + axis);
      }
      size = Math.multiplyExact(size, axis);
    }
    return size;
  }

  private static Tensor readTensor(InputStream in, JsonObject place) throws IOException {
    long[] shape = shape(place);
    float[] values = new float[Math.toIntExact(size(shape))];
    for (int from = 0; from < values.length; from += CHUNK) {
      int some = Math.min(CHUNK, values.length - from);
      littleEndian(in.readNBytes(some * Float.BYTES)).asFloatBuffer().get(values, from, some);
    }
    return new Tensor(shape, values);
  }

  /** What is thrown of a file that holds not what it has to. */
  public static IllegalArgumentException damaged(
      Path file, String what, String found, String remedy) {
    return damaged(file, what, found, remedy, null);
  }

  private static IllegalArgumentException damaged(
      Path file, String what, String found, String remedy, Exception cause) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "%s is damaged or no %s: %s; %s", file, what, found, remedy),
        cause);
  }
}
