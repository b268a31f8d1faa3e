package heed.kernel;

import java.util.Map;

/** The front end of the cell that a request asks to run. */
record RequestFrontend(Request cell) implements Frontend {

  @Override
  public void print(boolean error, String text) {
    cell.publish("stream", Map.of("name", error ? "stderr" : "stdout", "text", text));
  }

  @Override
  public void show(Map<String, Object> bundle) {
    cell.publish("display_data", content(bundle, Map.of()));
  }

  @Override
  public void show(String id, Map<String, Object> bundle) {
    cell.publish("display_data", content(bundle, Map.of("display_id", id)));
  }

  @Override
  public void replace(String id, Map<String, Object> bundle) {
    cell.publish("update_display_data", content(bundle, Map.of("display_id", id)));
  }

  private static Map<String, Object> content(
      Map<String, Object> bundle, Map<String, Object> fleeting) {
    return Map.of("data", bundle, "metadata", Map.of(), "transient", fleeting);
  }
}
