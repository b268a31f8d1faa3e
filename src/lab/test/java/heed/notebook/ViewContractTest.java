package heed.notebook;

import heed.contract.notebook.ViewContract;
import heed.contract.recommend.SixItems;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every view must show, of some kinds of results. */
@ParameterizedClass
@MethodSource("values")
class ViewContractTest implements ViewContract {

  private final Object value;

  ViewContractTest(Object value) {
    this.value = value;
  }

  static Stream<Object> values() {
    return Stream.of(
        "words", 1.5, Map.of("a", 1), SixItems.of(1, 2), new SixNumbers(1, 2), SixItems.TRAIN);
  }

  /** A record without a view of its own. */
  record SixNumbers(int one, double two) {}

  @Override
  public View view() {
    return Views.standard().of(value);
  }
}
