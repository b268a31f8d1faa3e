package heed.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import heed.recommend.Recommender;
import heed.sequence.History;
import heed.training.OtherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a bundle answers in a JVM of its own, bit for bit. */
public final class Elsewhere {

  private static final String BUNDLE = "bundle.heed";
  private static final String ANSWERS = "answers";

  private Elsewhere() {}

  /** Loads the bundle of a folder and writes what it answers beside it. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (Bundle bundle = Bundle.load(folder.resolve(BUNDLE))) {
      Files.writeString(folder.resolve(ANSWERS), answers(bundle.recommender()));
    }
  }

  private static String answers(Recommender recommender) {
    List<History> asked =
        List.of(
            History.untimed(recommender.catalogue(), 1, 2, 3),
            History.untimed(recommender.catalogue()));
    StringBuilder bits = new StringBuilder();
    for (float[] row : recommender.score(asked)) {
      int[] scores = new int[row.length];
      Arrays.setAll(scores, item -> item == 0 ? 0 : Float.floatToIntBits(row[item]));
      bits.append(Arrays.toString(scores)).append('\n');
    }
    return bits.toString();
  }

  /** Asserts that another JVM gives the answers of this one. */
  public static void assertSameAnswers(Recommender recommender, Path folder)
      throws IOException, InterruptedException {
    Bundle.save(folder.resolve(BUNDLE), recommender);
    try (OtherJvm other = OtherJvm.start(Elsewhere.class, folder)) {
      assertThat(other.awaitEnd()).as(other::errors).isZero();
    }
    assertThat(folder.resolve(ANSWERS)).hasContent(answers(recommender));
  }
}
