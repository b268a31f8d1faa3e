package heed.model.click;

import heed.contract.model.ClickEncodingContract;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every network that predicts clicks must show. What it learns: {@code heed.training}. */
@ParameterizedClass
@EnumSource(TestedClickNetwork.class)
class ClickNetworkTest implements ClickEncodingContract {

  private final TestedClickNetwork tested;

  ClickNetworkTest(TestedClickNetwork tested) {
    this.tested = tested;
  }

  @Override
  public ClickConfig config(double dropout) {
    return tested.config(dropout);
  }

  @Override
  public boolean seesOrder() {
    return tested.seesOrder();
  }

  @Override
  public boolean seesPairs() {
    return tested.seesPairs();
  }
}
