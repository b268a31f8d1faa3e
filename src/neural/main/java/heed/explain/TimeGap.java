package heed.explain;

/** How long before the latest event another one was. */
public enum TimeGap {
  MINUTE("a minute", 60),
  HOUR("an hour", 3_600),
  DAY("a day", 86_400),
  WEEK("a week", 604_800),
  MONTH("a month", 2_629_746),
  YEAR("a year", 31_556_952),
  LONGER("longer", Long.MAX_VALUE);

  private final String label;
  private final long atMost;

  TimeGap(String label, long atMost) {
    this.label = label;
    this.atMost = atMost;
  }

  /** The place, among all, of the smallest gap that holds so many seconds. */
  static int place(long seconds) {
    int place = 0;
    while (seconds > values()[place].atMost) {
      place++;
    }
    return place;
  }

  @Override
  public String toString() {
    return label;
  }
}
