package outside;

import heed.figure.Chart;
import heed.figure.ChartContract;
import java.util.List;
import outside.OwnViewTest.Basket;

/** A chart from outside holds what every chart holds. */
class OwnChartTest extends ChartContract<Basket> {

  @Override
  protected Chart<Basket> chart() {
    return OwnViewTest::draw;
  }

  @Override
  protected Basket result() {
    return new Basket(List.of("Heat", "Alien"), List.of(2.5, Double.NaN));
  }
}
