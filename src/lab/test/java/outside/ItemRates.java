package outside;

import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import java.util.Arrays;

/** How often each item was clicked when it was shown; one click and two passes are added to all. */
final class ItemRates implements ClickPredictor {

  private final double[] rates;

  private ItemRates(double[] rates) {
    this.rates = rates;
  }

  static ItemRates of(Clicks train) {
    double[] shown = new double[train.catalogue().size() + 1];
    double[] clicked = new double[shown.length];
    for (int row = 0; row < train.size(); row++) {
      shown[train.item(row)]++;
      clicked[train.item(row)] += train.clicked(row) ? 1 : 0;
    }
    double[] rates = new double[shown.length];
    Arrays.setAll(rates, item -> (clicked[item] + 1) / (shown[item] + 3));
    return new ItemRates(rates);
  }

  @Override
  public String name() {
    return "rate of the item";
  }

  @Override
  public double[] chances(Clicks clicks) {
    double[] chances = new double[clicks.size()];
    Arrays.setAll(chances, row -> rates[clicks.item(row)]);
    return chances;
  }
}
