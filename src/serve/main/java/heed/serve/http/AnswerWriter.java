package heed.serve.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import heed.explain.AttentionMap;
import heed.recommend.Ranking;
import heed.serve.Answer;
import java.util.List;
import java.util.Locale;

/** Writes answers as JSON. */
final class AnswerWriter {

  private static final float DIGITS = 10_000;

  private AnswerWriter() {}

  static JsonObject json(Answer answer) {
    JsonObject json = new JsonObject();
    json.addProperty("model", answer.model());
    json.addProperty("source", answer.source().name().toLowerCase(Locale.ROOT));
    JsonArray items = new JsonArray();
    List<Ranking.Entry> entries = answer.ranking().entries();
    for (int i = 0; i < entries.size(); i++) {
      JsonObject item = item(entries.get(i));
      if (!answer.reasons().isEmpty()) {
        item.add("reasons", reasons(answer.reasons().get(i)));
      }
      items.add(item);
    }
    json.add("items", items);
    json.add("warnings", texts(answer.warnings()));
    answer.attention().ifPresent(map -> json.add("attention", attention(map)));
    return json;
  }

  private static JsonObject item(Ranking.Entry entry) {
    JsonObject item = new JsonObject();
    item.addProperty("id", entry.id());
    item.addProperty("title", entry.title());
    if (Float.isFinite(entry.score())) {
      item.addProperty("score", entry.score());
    }
    return item;
  }

  private static JsonArray reasons(List<Answer.Reason> reasons) {
    JsonArray all = new JsonArray();
    for (Answer.Reason reason : reasons) {
      JsonObject one = new JsonObject();
      one.addProperty("id", reason.item());
      one.addProperty("title", reason.title());
      one.addProperty("share", Math.round(reason.share() * DIGITS) / DIGITS);
      all.add(one);
    }
    return all;
  }

  private static JsonObject attention(AttentionMap map) {
    JsonObject json = new JsonObject();
    json.add("places", texts(map.labels()));
    JsonArray layers = new JsonArray();
    for (int layer = 0; layer < map.layers().size(); layer++) {
      JsonObject one = new JsonObject();
      one.addProperty("name", map.layers().get(layer).name());
      JsonArray heads = new JsonArray();
      for (int head = 0; head < map.heads(); head++) {
        heads.add(rows(map.head(layer, head)));
      }
      one.add("heads", heads);
      layers.add(one);
    }
    json.add("layers", layers);
    return json;
  }

  private static JsonArray rows(float[][] weights) {
    JsonArray rows = new JsonArray();
    for (float[] weight : weights) {
      JsonArray row = new JsonArray();
      for (float value : weight) {
        row.add(Math.round(value * DIGITS) / DIGITS);
      }
      rows.add(row);
    }
    return rows;
  }

  static JsonArray texts(Iterable<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
