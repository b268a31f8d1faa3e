package heed.model;

import ai.djl.ndarray.NDManager;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Settings of {@link Sasrec}.
 *
 * @param width D, numbers in a state
 * @param layers how many self-attention blocks
 * @param heads H, a divisor of the width
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 */
public record SasrecConfig(int width, int layers, int heads, int maxLength, float dropout)
    implements ModelConfig {

  public SasrecConfig {
    if (width < 1 || layers < 1 || heads < 1 || maxLength < 1) {
      throw new IllegalArgumentException(
          String.format(
              "width, layers, heads and maxLength are at least 1, found %d, %d, %d and %d",
              width, layers, heads, maxLength));
    }
    if (width % heads != 0) {
      int given = width;
      throw new IllegalArgumentException(
          String.format(
              "width %d is not divisible by %d heads; choose one of %s",
              width,
              heads,
              IntStream.rangeClosed(1, width)
                  .filter(divisor -> given % divisor == 0)
                  .mapToObj(Integer::toString)
                  .collect(Collectors.joining(", "))));
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout is a share from 0 to below 1, found " + dropout);
    }
  }

  /** Two blocks of width 64 over the last 200 events: the paper's depth and length. */
  public static SasrecConfig defaults() {
    return new SasrecConfig(64, 2, 2, 200, 0.2f);
  }

  public SasrecConfig withWidth(int width) {
    return new SasrecConfig(width, layers, heads, maxLength, dropout);
  }

  public SasrecConfig withLayers(int layers) {
    return new SasrecConfig(width, layers, heads, maxLength, dropout);
  }

  public SasrecConfig withHeads(int heads) {
    return new SasrecConfig(width, layers, heads, maxLength, dropout);
  }

  public SasrecConfig withMaxLength(int maxLength) {
    return new SasrecConfig(width, layers, heads, maxLength, dropout);
  }

  public SasrecConfig withDropout(double dropout) {
    return new SasrecConfig(width, layers, heads, maxLength, (float) dropout);
  }

  @Override
  public String name() {
    return "SASRec";
  }

  @Override
  public Network create(int items, long seed, NDManager manager) {
    return new Sasrec(this, items, seed, manager);
  }
}
