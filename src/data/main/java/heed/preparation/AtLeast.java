package heed.preparation;

import heed.log.Interactions;

/**
 * The rows whose value is at least a threshold, with their value.
 *
 * @param value the threshold
 */
record AtLeast(double value) implements TableStep {

  AtLeast {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a threshold is a finite number, found " + value);
    }
  }

  @Override
  public String name() {
    return "keep values of at least " + Values.shown(value);
  }

  @Override
  public Interactions of(Interactions log) {
    double[] values = Field.VALUE.demandedBy(this, log).values();
    boolean[] kept = new boolean[values.length];
    for (int row = 0; row < kept.length; row++) {
      kept[row] = values[row] >= value;
    }
    return log.keep(kept);
  }

  @Override
  public String query(String rows, TableFacts facts) {
    Field.VALUE.requireIn(this, facts.name(), facts.hasValues());
    // The database holds NaN for larger than any number.
    return "SELECT * FROM " + rows + " WHERE NOT isnan(value) AND value >= " + value;
  }
}
