package heed.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Named arrays of 32-bit floats and texts about them in a safetensors file of their own, as long as
 * the disk allows: any reader of that format opens it. A checksum among the texts covers the other
 * texts and the numbers. It holds numbers and texts only, so nothing in it can run.
 *
 * @param texts by name
 * @param tensors by name
 */
public record TensorFile(Map<String, String> texts, Map<String, Tensor.Floats> tensors) {

  private static final String CHECKSUM = "crc32";
  private static final int BUFFER = 1 << 16;

  /** Writes it whole or not at all; the folder is made if it is not there. */
  public void write(Path file) throws IOException {
    Map<String, String> told = new LinkedHashMap<>(texts);
    told.put(CHECKSUM, checksum());
    WholeFile.write(
        file,
        plain -> {
          OutputStream out = new BufferedOutputStream(plain, BUFFER);
          new Safetensors(told, new LinkedHashMap<>(tensors)).write(out);
          out.flush();
        });
  }

  private String checksum() throws IOException {
    CRC32 sum = new CRC32();
    OutputStream counted = new CheckedOutputStream(OutputStream.nullOutputStream(), sum);
    counted.write(new TreeMap<>(texts).toString().getBytes(StandardCharsets.UTF_8));
    Safetensors.of(new LinkedHashMap<>(tensors)).writeNumbers(counted);
    return Long.toHexString(sum.getValue());
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
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return checked(Safetensors.read(in, Files.size(file)));
    } catch (IllegalArgumentException broken) {
      throw damaged(file, what, broken.getMessage(), remedy, broken);
    }
  }

  private static TensorFile checked(Safetensors found) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>(found.texts());
    String checksum = texts.remove(CHECKSUM);
    Map<String, Tensor.Floats> tensors = new LinkedHashMap<>();
    found
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (!(tensor instanceof Tensor.Floats floats)) {
                throw new IllegalArgumentException(
                    "the array '" + name + "' is " + tensor + ", expected float32");
              }
              tensors.put(name, floats);
            });
    TensorFile read = new TensorFile(texts, tensors);
    if (!read.checksum().equals(checksum)) {
      throw new IllegalArgumentException("what it holds does not agree with its checksum");
    }
    return read;
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
