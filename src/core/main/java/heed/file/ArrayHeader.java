package heed.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The header of an {@link ArrayFile}, in the form of safetensors: texts, then name, type, shape and
 * place of each array.
 *
 * @param texts what is told of the whole, with kind and version of the file
 * @param arrays in the order of the file
 * @param sums the CRC-32C of each array's bytes, by its name
 */
record ArrayHeader(Map<String, String> texts, List<ArrayPlan> arrays, Map<String, Integer> sums) {

  private static final String TEXTS = "__metadata__";
  private static final String SUM = "crc32c.";

  /** The checksum of the header itself. */
  private static final String OWN = "crc32c";

  private record Written(String dtype, List<Long> shape, List<Long> data_offsets) {}

  /** As JSON. */
  byte[] bytes() {
    JsonObject header = new JsonObject();
    JsonObject told = new JsonObject();
    new TreeMap<>(texts).forEach(told::addProperty);
    arrays.forEach(
        array ->
            told.addProperty(
                SUM + array.name(),
                String.format(Locale.ROOT, "%08x", sums.getOrDefault(array.name(), 0))));
    header.add(TEXTS, told);
    long from = 0;
    for (ArrayPlan array : arrays) {
      JsonObject place = new JsonObject();
      place.addProperty("dtype", array.type().name());
      place.add("shape", array(array.size()));
      place.add("data_offsets", array(from, from + array.bytes()));
      header.add(array.name(), place);
      from += array.bytes();
    }
    CRC32C own = new CRC32C();
    own.update(header.toString().getBytes(StandardCharsets.UTF_8));
    told.addProperty(OWN, String.format(Locale.ROOT, "%08x", (int) own.getValue()));
    return header.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonArray array(long... numbers) {
    JsonArray array = new JsonArray();
    for (long number : numbers) {
      array.add(number);
    }
    return array;
  }

  /** How many bytes the arrays take together. */
  long arrayBytes() {
    return arrays.stream().mapToLong(ArrayPlan::bytes).sum();
  }

  /**
   * Reads what {@link #bytes} wrote, to the letter; spaces may stand behind it.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static ArrayHeader read(byte[] bytes) {
    String text = Utf8.text(bytes);
    JsonElement parsed = StrictJson.parse(text);
    if (!parsed.isJsonObject() || !parsed.getAsJsonObject().has(TEXTS)) {
      throw new IllegalArgumentException("a header without texts");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, Integer> sums = new LinkedHashMap<>();
    List<ArrayPlan> arrays = new ArrayList<>();
    for (Map.Entry<String, JsonElement> one : parsed.getAsJsonObject().entrySet()) {
      if (one.getKey().equals(TEXTS)) {
        one.getValue()
            .getAsJsonObject()
            .asMap()
            .forEach((key, told) -> put(key, told, texts, sums));
      } else {
        Written written = (Written) RecordCodec.plain().read(one.getValue(), Written.class);
        if (written.shape.size() != 1) {
          throw new IllegalArgumentException("the array '" + one.getKey() + "' is not flat");
        }
        arrays.add(
            new ArrayPlan(one.getKey(), ArrayType.valueOf(written.dtype), written.shape.get(0)));
      }
    }
    ArrayHeader header = new ArrayHeader(texts, arrays, sums);
    // Places, their order and the checksum are those that the same header is written with.
    if (!new String(header.bytes(), StandardCharsets.UTF_8).equals(text.stripTrailing())) {
      throw new IllegalArgumentException("a header that does not agree with its checksum");
    }
    return header;
  }

  private static void put(
      String key, JsonElement told, Map<String, String> texts, Map<String, Integer> sums) {
    String value = told.getAsString();
    if (key.startsWith(SUM)) {
      sums.put(key.substring(SUM.length()), Integer.parseUnsignedInt(value, 16));
    } else if (!key.equals(OWN)) {
      texts.put(key, value);
    }
  }
}
