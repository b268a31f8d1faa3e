package heed.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Makes a JSON tree of a value, see {@link RecordCodec}.
 *
 * @param tensors where arrays of numbers are put, if not into the tree
 */
record RecordWriter(Kinds kinds, List<Form> forms, Optional<Map<String, Tensor>> tensors) {

  /**
   * Writes a value.
   *
   * @param type as which it will be read back: if that is an interface, it has to be a known kind
   *     of it; {@code Object} if nobody will
   * @param at where it stands, in words for errors
   */
  JsonElement write(Object value, Type type, String at) {
    if (value == null) {
      throw new IllegalArgumentException(
          at + ": found null, expected a value; give it one, or make it an Optional");
    }
    for (Form form : forms) {
      if (form.type().isInstance(value)) {
        return write(form.write().apply(value), form.as(), at);
      }
    }
    if (tensors.isPresent() && TensorPlaces.takes(value.getClass())) {
      tensors.get().put(TensorPlaces.name(at), TensorPlaces.tensor(value));
      return new JsonPrimitive(TensorPlaces.reference(at));
    }
    requireKnown(value, TypeToken.get(type).getRawType(), at);
    return value instanceof Record record ? record(record, type, at) : plain(value, type, at);
  }

  private void requireKnown(Object value, Class<?> asked, String at) {
    if (!asked.isInterface() || value instanceof Collection<?> || value instanceof Map<?, ?>) {
      return;
    }
    Map<String, Class<?>> known = kinds.of(asked);
    boolean readable =
        kinds
            .name(value.getClass())
            .filter(name -> value.getClass() == known.get(name))
            .isPresent();
    if (!readable) {
      throw UnknownKindException.writing(value, asked, List.copyOf(known.keySet()), at);
    }
  }

  private JsonObject record(Record record, Type type, String at) {
    Type own = TypeToken.get(type).getRawType() == record.getClass() ? type : record.getClass();

    JsonObject written = new JsonObject();
    kinds.name(record.getClass()).ifPresent(name -> written.addProperty(Kinds.KIND, name));
    for (RecordComponent one : record.getClass().getRecordComponents()) {
      Object value = Members.get(record, one);
      Type declared = readBack(type) ? Members.type(one, own) : Object.class;
      written.add(one.getName(), write(value, declared, at + "." + one.getName()));
    }
    return written;
  }

  private static boolean readBack(Type type) {
    return type != Object.class;
  }

  private JsonElement plain(Object value, Type type, String at) {
    if (value instanceof String || value instanceof Boolean) {
      return value instanceof String text
          ? new JsonPrimitive(text)
          : new JsonPrimitive((Boolean) value);
    }
    if (value instanceof Number number) {
      // JSON has no word for what is no number, so it stands as a text.
      return Double.isFinite(number.doubleValue())
          ? new JsonPrimitive(number)
          : new JsonPrimitive(number.toString());
    }
    if (value instanceof Enum<?> constant) {
      return new JsonPrimitive(constant.name());
    }
    if (value instanceof Duration || value instanceof Instant || value instanceof LocalDate) {
      return new JsonPrimitive(value.toString());
    }
    if (value instanceof float[] floats) {
      return new JsonPrimitive(Floats.text(floats));
    }
    return several(value, type, at);
  }

  private JsonElement several(Object value, Type type, String at) {
    if (value instanceof Collection<?> all) {
      return array(all.toArray(), Members.argument(type, 0), at);
    }
    if (value.getClass().isArray()) {
      return array(value, value.getClass().getComponentType(), at);
    }
    if (value instanceof Map<?, ?> map) {
      return map(map, Members.argument(type, 1), at);
    }
    Type held = Members.argument(type, 0);
    return perhaps(value, at).map(one -> write(one, held, at)).orElse(JsonNull.INSTANCE);
  }

  private JsonArray array(Object values, Type held, String at) {
    JsonArray array = new JsonArray();
    for (int i = 0; i < Array.getLength(values); i++) {
      array.add(write(Array.get(values, i), held, at + "[" + i + "]"));
    }
    return array;
  }

  private JsonObject map(Map<?, ?> map, Type held, String at) {
    JsonObject object = new JsonObject();
    map.forEach(
        (key, value) -> {
          if (!(key instanceof String name)) {
            throw new IllegalArgumentException(
                at + ": found the key " + key + ", expected a text; name the entries of a map");
          }
          object.add(name, write(value, held, at + "." + name));
        });
    return object;
  }

  private static Optional<?> perhaps(Object value, String at) {
    if (value instanceof Optional<?> held) {
      return held;
    }
    if (value instanceof OptionalInt held) {
      return held.isPresent() ? Optional.of(held.getAsInt()) : Optional.empty();
    }
    if (value instanceof OptionalLong held) {
      return held.isPresent() ? Optional.of(held.getAsLong()) : Optional.empty();
    }
    if (value instanceof OptionalDouble held) {
      return held.isPresent() ? Optional.of(held.getAsDouble()) : Optional.empty();
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s: found a %s, expected a record, an enum, a number, a text, a list or a map; make it"
                + " a record, or say how it is written by codec.withForm(...)",
            at,
            value.getClass().getTypeName()));
  }
}
