package heed.serve;

import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Puts the item behind the history's last one first, and those behind it next: whoever gets
 * another's answer sees it. Can be held back, so that requests wait.
 */
public final class NextItem implements Recommender {

  public static final int SIZE = 100;

  /** Histories of this length cannot be scored; those of a warm-up are shorter. */
  static final int BAD_LUCK = 31;

  /** Items 000 to 099; every third is a drama, the others are comedies. */
  public static final Catalogue CATALOGUE =
      Catalogue.of(IntStream.range(0, SIZE).mapToObj(NextItem::id).toList(), Map.of())
          .withKinds(id -> List.of(Integer.parseInt(id) % 3 == 0 ? "drama" : "comedy"));

  private final String name;
  private final int step;

  /** How many histories were scored together, at most. */
  final AtomicInteger most = new AtomicInteger();

  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile CountDownLatch asked = new CountDownLatch(1);

  NextItem(String name, int step) {
    this.name = name;
    this.step = step;
  }

  public static NextItem recommender() {
    return new NextItem("next item", 1);
  }

  public static String id(int number) {
    return String.format(Locale.ROOT, "%03d", Math.floorMod(number, SIZE));
  }

  /** Every scoring waits until the gate is opened. */
  public void shut() {
    asked = new CountDownLatch(1);
    gate = new CountDownLatch(1);
  }

  /** Returns when a scoring waits at the gate that was shut. */
  public void awaitAsked() {
    await(asked);
  }

  public void open() {
    gate.countDown();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Catalogue catalogue() {
    return CATALOGUE;
  }

  @Override
  public float[][] score(List<History> histories) {
    asked.countDown();
    await(gate);
    most.accumulateAndGet(histories.size(), Math::max);
    return histories.stream().map(this::score).toArray(float[][]::new);
  }

  private float[] score(History history) {
    int last = history.length() == 0 ? SIZE : history.item(history.length() - 1);
    if (history.length() == BAD_LUCK) {
      throw new IllegalStateException(BAD_LUCK + " events bring bad luck");
    }
    float[] scores = new float[SIZE + 1];
    for (int item = 1; item <= SIZE; item++) {
      scores[item] = -Math.floorMod((item - last) * step - 1, SIZE);
    }
    return scores;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
