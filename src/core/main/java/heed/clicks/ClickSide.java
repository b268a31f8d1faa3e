package heed.clicks;

/**
 * What is known of all users, or of all items, whenever they are met.
 *
 * @param fields what there is
 * @param codes rows of one table for all fields of codes, by number
 * @param numbers columns, by number
 */
public record ClickSide(ClickFields fields, int[][] codes, float[][] numbers) {

  int[] codes(int number) {
    return codes[number].clone();
  }

  float[] numbers(int number) {
    return numbers[number].clone();
  }
}
