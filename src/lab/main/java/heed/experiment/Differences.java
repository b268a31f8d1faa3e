package heed.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What runs were asked for differently: a row for each setting that is not the same in all.
 *
 * @param settings by its way from outside in, such as "settings.width": what each run had, in the
 *     order of the runs; empty where a run has no such setting
 */
public record Differences(Map<String, List<String>> settings) {

  /** How many characters of a list of tries or the like are shown. */
  private static final int LONGEST = 60;

  /** The differences between some runs; their seeds and data are told, too. */
  static Differences of(List<RunRecord> runs) {
    List<Map<String, String>> asked = runs.stream().map(Differences::asked).toList();
    Set<String> names = new LinkedHashSet<>();
    asked.forEach(one -> names.addAll(one.keySet()));
    Map<String, List<String>> differing = new LinkedHashMap<>();
    for (String name : names) {
      List<String> values = new ArrayList<>();
      asked.forEach(one -> values.add(one.getOrDefault(name, "")));
      if (values.stream().distinct().count() > 1) {
        differing.put(name, values);
      }
    }
    return new Differences(differing);
  }

  private static Map<String, String> asked(RunRecord run) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("seed", Long.toString(run.seed()));
    asked.put("data", run.data().file() + ", " + run.data().events() + " events");
    asked.put("split", run.split());
    Configurations.flat(run.config())
        .forEach(
            (name, value) ->
                asked.put(
                    name, value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value));
    return asked;
  }
}
