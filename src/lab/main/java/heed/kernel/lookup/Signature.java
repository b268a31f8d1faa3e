package heed.kernel.lookup;

import java.util.ArrayList;
import java.util.List;

/**
 * What JShell's line on a name says.
 *
 * @param type the simple name of the top-level class
 * @param member the method; the type's own name for a constructor; empty for the type itself
 * @param parameters their names
 */
record Signature(String type, String member, List<String> parameters) {

  /**
   * Reads "int Math.max(int a, int b)", "heed.figure.Figure(String json)" or "heed.figure.Figure".
   */
  static Signature parse(String line) {
    String plain = withoutTypeArguments(line);
    int open = plain.indexOf('(');
    String head = (open < 0 ? plain : plain.substring(0, open)).strip();
    String name = head.substring(head.lastIndexOf(' ') + 1);
    int dot = name.lastIndexOf('.');
    String last = name.substring(dot + 1);
    if (open < 0) {
      return new Signature(last, "", List.of());
    }
    List<String> parameters = parameters(plain.substring(open + 1, plain.lastIndexOf(')')));
    boolean constructor = dot < 0 || Character.isUpperCase(last.charAt(0));
    String owner = constructor ? last : name.substring(0, dot);
    return new Signature(owner.substring(owner.lastIndexOf('.') + 1), last, parameters);
  }

  private static List<String> parameters(String list) {
    List<String> names = new ArrayList<>();
    for (String parameter : list.split(",", -1)) {
      String stripped = parameter.strip();
      if (!stripped.isEmpty()) {
        names.add(stripped.substring(stripped.lastIndexOf(' ') + 1));
      }
    }
    return names;
  }

  private static String withoutTypeArguments(String line) {
    String before = line;
    String after = before.replaceAll("<[^<>]*>", "");
    while (!after.equals(before)) {
      before = after;
      after = before.replaceAll("<[^<>]*>", "");
    }
    return after;
  }
}
