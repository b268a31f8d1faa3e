package heed.experiment;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import heed.features.ItemWords;
import heed.features.WordVectors;
import java.util.Optional;
import java.util.OptionalInt;

/** How run records are written as JSON and read. */
final class RunJson {

  /** A number, or null: Java keeps the fields of an optional to itself. */
  private static final JsonSerializer<OptionalInt> NUMBER =
      (value, type, context) ->
          value.isPresent() ? new JsonPrimitive(value.getAsInt()) : JsonNull.INSTANCE;

  private static final JsonSerializer<Optional<?>> WHAT_IS_THERE =
      (value, type, context) ->
          value.<JsonElement>map(context::serialize).orElse(JsonNull.INSTANCE);

  /** Data among the settings are named, not written. */
  private static final JsonSerializer<Object> IN_WORDS =
      (value, type, context) -> new JsonPrimitive(value.toString());

  static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .serializeSpecialFloatingPointValues()
          .registerTypeAdapter(OptionalInt.class, NUMBER)
          .registerTypeAdapter(Optional.class, WHAT_IS_THERE)
          .registerTypeAdapter(ItemWords.class, IN_WORDS)
          .registerTypeAdapter(WordVectors.class, IN_WORDS)
          .create();

  private RunJson() {}
}
