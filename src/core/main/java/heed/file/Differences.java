package heed.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Where two trees differ. */
final class Differences {

  private Differences() {}

  static Optional<RecordCodec.Difference> first(JsonElement one, JsonElement other) {
    return first(one, other, "");
  }

  private static Optional<RecordCodec.Difference> first(
      JsonElement one, JsonElement other, String at) {
    if (!one.isJsonObject() || !other.isJsonObject()) {
      return one.toString().equals(other.toString())
          ? Optional.empty()
          : Optional.of(new RecordCodec.Difference(at, Scalars.shown(one), Scalars.shown(other)));
    }
    JsonObject left = one.getAsJsonObject();
    JsonObject right = other.getAsJsonObject();
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    // Another kind explains all other differences.
    if (left.has(Kinds.KIND) && !left.get(Kinds.KIND).equals(right.get(Kinds.KIND))) {
      names.retainAll(List.of(Kinds.KIND));
    }
    String before = at.isEmpty() ? "" : at + ".";
    return names.stream()
        .map(name -> first(member(left, name), member(right, name), before + name))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static JsonElement member(JsonObject object, String name) {
    return object.has(name) ? object.get(name) : JsonNull.INSTANCE;
  }
}
