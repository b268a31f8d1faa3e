package heed.preparation;

import heed.log.Interactions;
import heed.log.Step;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The rows of items whose whole id matches an expression.
 *
 * @param expression regular, in the syntax of {@link Pattern}
 */
record ItemsMatching(String expression) implements Step {

  ItemsMatching {
    try {
      Pattern.compile(expression);
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(
          "a regular expression such as \"\\\\d{5}.*\" says which ids to keep; found '"
              + expression
              + "': "
              + wrong.getDescription(),
          wrong);
    }
  }

  @Override
  public String name() {
    return "keep items whose id matches " + expression;
  }

  @Override
  public Interactions of(Interactions log) {
    Pattern pattern = Pattern.compile(expression);
    boolean[] wanted = new boolean[log.items().distinct().size()];
    for (int item = 0; item < wanted.length; item++) {
      wanted[item] = pattern.matcher(log.items().distinct().get(item)).matches();
    }
    boolean[] kept = new boolean[log.size()];
    for (int row = 0; row < kept.length; row++) {
      kept[row] = wanted[log.items().code(row)];
    }
    return log.keep(kept);
  }
}
