package heed.features;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads and writes records strictly: no component may be missing, null or unknown, and a record of
 * a sealed interface carries its name as its kind.
 */
final class RecordJson implements TypeAdapterFactory {

  private static final String KIND = "kind";

  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> token) {
    Class<? super T> type = token.getRawType();
    if (type.isSealed()) {
      return new OneOfSeveral<>(gson, type);
    }
    return type.isRecord() ? new Whole<>(gson, this, token) : null;
  }

  /** The records a sealed interface permits, through the interfaces between. */
  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordJson::records)
        : Stream.of(type);
  }

  /** A value of a sealed interface: the record's components and its kind. */
  private static final class OneOfSeveral<T> extends TypeAdapter<T> {
    private final Gson gson;
    private final Class<?> type;

    OneOfSeveral(Gson gson, Class<?> type) {
      this.gson = gson;
      this.type = type;
    }

    @Override
    public void write(JsonWriter out, T value) {
      gson.toJson(value, value.getClass(), out);
    }

    // The stream yields a subclass of T, which the type variable cannot say.
    @SuppressWarnings("unchecked")
    @Override
    public T read(JsonReader in) {
      JsonObject tagged = object(gson, in, type);
      JsonElement kind = tagged.get(KIND);
      Class<?> found =
          records(type)
              .filter(one -> kind != null && gson.toJsonTree(one.getSimpleName()).equals(kind))
              .findFirst()
              .orElseThrow(() -> new JsonParseException("kind " + kind + " is none of " + kinds()));
      return (T) gson.fromJson(tagged, found);
    }

    private String kinds() {
      return records(type).map(Class::getSimpleName).collect(Collectors.joining(", "));
    }
  }

  /** A record with all its components. */
  private static final class Whole<T> extends TypeAdapter<T> {
    private final Gson gson;
    private final TypeAdapter<T> plain;
    private final Class<? super T> type;
    private final Set<String> components = new TreeSet<>();

    Whole(Gson gson, TypeAdapterFactory skipped, TypeToken<T> token) {
      this.gson = gson;
      this.plain = gson.getDelegateAdapter(skipped, token);
      this.type = token.getRawType();
      for (RecordComponent component : type.getRecordComponents()) {
        components.add(component.getName());
      }
      if (Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed)) {
        components.add(KIND);
      }
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      JsonObject whole = new JsonObject();
      if (components.contains(KIND)) {
        whole.addProperty(KIND, type.getSimpleName());
      }
      plain.toJsonTree(value).getAsJsonObject().asMap().forEach(whole::add);
      gson.toJson(whole, out);
    }

    @Override
    public T read(JsonReader in) {
      JsonObject found = object(gson, in, type);
      boolean holes = found.entrySet().stream().anyMatch(entry -> entry.getValue().isJsonNull());
      if (!found.keySet().equals(components) || holes) {
        throw new JsonParseException(
            String.format(
                "a %s has %s, found %s%s",
                type.getSimpleName(), components, found.keySet(), holes ? " with nulls" : ""));
      }
      found.remove(KIND);
      try {
        return plain.fromJsonTree(found);
      } catch (JsonParseException known) {
        throw known;
      } catch (RuntimeException refused) {
        // Gson wraps what a record's constructor threw in a RuntimeException of no type of its own.
        Throwable reason = refused.getCause() == null ? refused : refused.getCause();
        throw new JsonParseException(
            "no " + type.getSimpleName() + ": " + reason.getMessage(), refused);
      }
    }
  }

  private static JsonObject object(Gson gson, JsonReader in, Class<?> type) {
    JsonElement element = gson.fromJson(in, JsonElement.class);
    if (element == null || !element.isJsonObject()) {
      throw new JsonParseException("expected a " + type.getSimpleName() + ", found " + element);
    }
    return element.getAsJsonObject();
  }
}
