package heed.figure;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A part of a Plotly figure. Common attributes have methods; every other one that Plotly's
 * reference names can be {@link #set}. A builder: not for use by several threads.
 *
 * @param <T> the part itself
 */
public abstract sealed class FigurePart<T extends FigurePart<T>>
    permits Annotation, Axis, Layout, Menu, Trace {

  /** Missing numbers are null, which Plotly leaves blank, and not left out. */
  private static final Gson GSON =
      new GsonBuilder()
          .serializeNulls()
          .registerTypeHierarchyAdapter(
              FigurePart.class,
              (JsonSerializer<FigurePart<?>>) (part, type, json) -> json.serialize(part.values))
          .registerTypeAdapter(double.class, number())
          .registerTypeAdapter(Double.class, number())
          .registerTypeAdapter(float.class, number())
          .registerTypeAdapter(Float.class, number())
          .create();

  private final Map<String, Object> values = new LinkedHashMap<>();

  private static JsonSerializer<Number> number() {
    return (number, type, json) ->
        Double.isFinite(number.doubleValue()) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
  }

  /**
   * Sets an attribute.
   *
   * @param path its name in Plotly's reference; "marker.size" is the size of the marker
   * @param value a number, a text, a truth value, a list, an array, a map or a part of a figure;
   *     numbers that are not finite become blanks. Plotly reads tags in texts: {@link Labels#text}
   *     takes them as they are.
   */
  @SuppressWarnings("unchecked") // each kind of part extends this of itself
  public T set(String path, Object value) {
    Objects.requireNonNull(value, path);
    Map<String, Object> inner = values;
    String[] names = path.split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      inner = (Map<String, Object>) inner.computeIfAbsent(names[i], name -> new LinkedHashMap<>());
    }
    inner.put(names[names.length - 1], value);
    return (T) this;
  }

  /** Sets all that another part has, in place of what this one has by the same name. */
  @SuppressWarnings("unchecked") // each kind of part extends this of itself
  public T with(T other) {
    values.putAll(((FigurePart<T>) other).values);
    return (T) this;
  }

  /** What was set, by name. */
  public Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  static String json(Object figure) {
    return GSON.toJson(figure);
  }
}
