package heed.evaluation;

/** How unlike two items are: 0 the same, larger the more unlike. */
@FunctionalInterface
public interface ItemDistance {

  /** The distance of two items by number, the same either way round. */
  double between(int first, int second);

  /**
   * By categories: 1 - |both| / |either| (Jaccard 1901), in [0, 1]. Two items of which nothing is
   * known are 1 apart, since nothing says that they are alike.
   */
  static ItemDistance of(Categories categories) {
    return (first, second) -> {
      int[] left = categories.of(first);
      int[] right = categories.of(second);
      int both = 0;
      for (int one : left) {
        for (int other : right) {
          both += one == other ? 1 : 0;
        }
      }
      int either = left.length + right.length - both;
      return either == 0 ? 1 : 1 - (double) both / either;
    };
  }

  /**
   * By vectors: 1 - cosine, in [0, 2]. A vector of zeros is 1 apart from all.
   *
   * @param vectors by item number, row 0 ignored, all of one width
   */
  static ItemDistance ofVectors(float[][] vectors) {
    return (first, second) -> {
      double dot = 0;
      double left = 0;
      double right = 0;
      for (int i = 0; i < vectors[first].length; i++) {
        dot += (double) vectors[first][i] * vectors[second][i];
        left += (double) vectors[first][i] * vectors[first][i];
        right += (double) vectors[second][i] * vectors[second][i];
      }
      double norm = Math.sqrt(left * right);
      return norm == 0 ? 1 : 1 - dot / norm;
    };
  }
}
