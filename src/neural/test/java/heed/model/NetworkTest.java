package heed.model;

import heed.contract.model.AttributionContract;
import heed.contract.model.EncodingContract;
import heed.model.sequential.TestedNetwork;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every network must show. What it learns stands in {@code heed.training}. */
@ParameterizedClass
@EnumSource(TestedNetwork.class)
class NetworkTest implements EncodingContract, AttributionContract {

  private final TestedNetwork tested;

  NetworkTest(TestedNetwork tested) {
    this.tested = tested;
  }

  @Override
  public ModelConfig config(int items, double dropout) {
    return tested.config(dropout, items);
  }

  /** Words make the vectors of these items, so that there is no one vector to scale. */
  @Override
  public boolean hearsPresence() {
    return tested != TestedNetwork.INTEREST_CONTENT;
  }
}
