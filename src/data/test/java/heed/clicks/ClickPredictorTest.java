package heed.clicks;

import heed.contract.clicks.ClickPredictorContract;
import heed.tribuo.TribuoClicks;
import org.junit.jupiter.api.Nested;

/** What every predictor of clicks must show. */
class ClickPredictorTest {

  @Nested
  class TheRate implements ClickPredictorContract {

    @Override
    public ClickPredictor predictor(Clicks train) {
      return ClickPredictor.rate(train);
    }
  }

  @Nested
  class TribuosLogisticRegression implements ClickPredictorContract {

    @Override
    public ClickPredictor predictor(Clicks train) {
      return TribuoClicks.logistic(train, .1, 2, 1);
    }
  }
}
