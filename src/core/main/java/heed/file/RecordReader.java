package heed.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Makes a value of a JSON tree, see {@link RecordCodec}.
 *
 * @param tensors where arrays of numbers are, if not in the tree
 */
record RecordReader(Kinds kinds, List<Form> forms, Optional<TensorPlaces> tensors) {

  /**
   * Reads a value.
   *
   * @param type what it has to be
   * @param at where it stands, in words for errors
   */
  Object read(JsonElement found, Type type, String at) {
    Class<?> raw = TypeToken.get(type).getRawType();
    if (Optional.class == raw || OptionalInt.class == raw) {
      return perhaps(found, type, raw, at);
    }
    if (OptionalLong.class == raw || OptionalDouble.class == raw) {
      return perhaps(found, type, raw, at);
    }
    if (found.isJsonNull()) {
      throw Scalars.refusal(at, found, "a value, since only an Optional may be null");
    }
    for (Form form : forms) {
      if (form.type() == raw) {
        Object written = read(found, form.as(), at);
        return made(at, () -> form.read().apply(written));
      }
    }
    if (tensors.isPresent() && TensorPlaces.takes(raw)) {
      return tensors.get().take(found, raw, at);
    }
    if (raw.isRecord()) {
      return record(found, type, raw, at);
    }
    if (raw == List.class || raw == Map.class || (raw.isArray() && raw != float[].class)) {
      return several(found, type, raw, at);
    }
    if (raw == Object.class) {
      return untyped(found, at);
    }
    return raw.isInterface() ? oneOfSeveral(found, raw, at) : Scalars.read(found, raw, at);
  }

  private Object perhaps(JsonElement found, Type type, Class<?> raw, String at) {
    boolean there = !found.isJsonNull();
    if (raw == OptionalInt.class) {
      return there ? OptionalInt.of((int) Scalars.read(found, int.class, at)) : OptionalInt.empty();
    }
    if (raw == OptionalLong.class) {
      return there
          ? OptionalLong.of((long) Scalars.read(found, long.class, at))
          : OptionalLong.empty();
    }
    if (raw == OptionalDouble.class) {
      return there
          ? OptionalDouble.of((double) Scalars.read(found, double.class, at))
          : OptionalDouble.empty();
    }
    return there ? Optional.of(read(found, Members.argument(type, 0), at)) : Optional.empty();
  }

  private Object record(JsonElement found, Type type, Class<?> raw, String at) {
    JsonObject object = object(found, raw, at);
    Set<String> expected = new TreeSet<>(Members.names(raw));
    Set<String> given = new TreeSet<>(object.keySet());
    kinds
        .name(raw)
        .ifPresent(
            name -> {
              expected.add(Kinds.KIND);
              if (given.add(Kinds.KIND)) {
                return; // Asked for by its own type, a record need not say what it is.
              }
              requireKind(object.get(Kinds.KIND), name, at);
            });
    if (!given.equals(expected)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: a %s has %s, found %s; put the file right, or read it with the Heed that wrote"
                  + " it",
              at,
              raw.getSimpleName(),
              expected,
              object.keySet()));
    }
    RecordComponent[] components = raw.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      String name = components[i].getName();
      values[i] = read(object.get(name), Members.type(components[i], type), at + "." + name);
    }
    return made(at, () -> Members.make(raw, values));
  }

  private static void requireKind(JsonElement found, String name, String at) {
    if (!found.equals(new JsonPrimitive(name))) {
      throw Scalars.refusal(at + "." + Kinds.KIND, found, '"' + name + '"');
    }
  }

  private Object oneOfSeveral(JsonElement found, Class<?> raw, String at) {
    JsonObject object = object(found, raw, at);
    JsonElement kind = object.get(Kinds.KIND);
    Map<String, Class<?>> known = kinds.of(raw);
    Class<?> type = kind != null && kind.isJsonPrimitive() ? known.get(kind.getAsString()) : null;
    if (type == null && kind != null && kind.isJsonPrimitive()) {
      throw UnknownKindException.reading(
          kind.getAsString(), Scalars.shown(kind), raw, List.copyOf(known.keySet()), at);
    }
    if (type == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: found %s, expected a kind of %s: one of %s",
              at,
              kind == null ? "no kind" : "the kind " + Scalars.shown(kind),
              raw.getSimpleName(),
              String.join(", ", known.keySet())));
    }
    return read(found, type, at);
  }

  private Object several(JsonElement found, Type type, Class<?> raw, String at) {
    if (raw == Map.class) {
      Map<String, Object> map = new LinkedHashMap<>();
      Type held = Members.argument(type, 1);
      object(found, raw, at)
          .asMap()
          .forEach((name, value) -> map.put(name, read(value, held, at + "." + name)));
      return map;
    }
    if (!found.isJsonArray()) {
      throw Scalars.refusal(at, found, "a list");
    }
    Type held = raw.isArray() ? raw.getComponentType() : Members.argument(type, 0);
    List<Object> list = new ArrayList<>();
    for (JsonElement one : found.getAsJsonArray()) {
      list.add(read(one, held, at + "[" + list.size() + "]"));
    }
    if (!raw.isArray()) {
      return list;
    }
    Object array = Array.newInstance(raw.getComponentType(), list.size());
    for (int i = 0; i < list.size(); i++) {
      Array.set(array, i, list.get(i));
    }
    return array;
  }

  /** As plain Java as JSON is: maps, lists, texts, doubles, truths; what is null is left out. */
  private Object untyped(JsonElement found, String at) {
    if (found.isJsonArray()) {
      return several(found, List.class, List.class, at);
    }
    if (found.isJsonObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      found
          .getAsJsonObject()
          .asMap()
          .forEach(
              (name, value) -> {
                if (!value.isJsonNull()) {
                  map.put(name, untyped(value, at + "." + name));
                }
              });
      return map;
    }
    JsonPrimitive one = found.getAsJsonPrimitive();
    if (one.isNumber()) {
      return one.getAsDouble();
    }
    return one.isBoolean() ? (Object) one.getAsBoolean() : one.getAsString();
  }

  private static JsonObject object(JsonElement found, Class<?> type, String at) {
    if (!found.isJsonObject()) {
      throw Scalars.refusal(at, found, "a " + type.getSimpleName());
    }
    return found.getAsJsonObject();
  }

  /** What a constructor refuses is told with its place. */
  private static Object made(String at, Supplier<Object> make) {
    try {
      return make.get();
    } catch (RuntimeException refused) {
      throw new IllegalArgumentException(at + ": " + refused.getMessage(), refused);
    }
  }
}
