import heed.features.ItemWords;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.model.interest.Fading;
import heed.model.interest.InterestProfile;
import heed.sequence.Catalogue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** What one click costs an interest profile on the bundled films, in microseconds. */
public final class InterestUpdateBench {

  private static final int CLICKS = 20_000;

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of("data/ml-latest-small");
    Attributes films =
        Attributes.read(
                data.resolve("movies.csv"),
                "movieId",
                Attribute.text("title"),
                Attribute.categories("genres", "|"))
            .and(
                Attributes.readGathered(
                    data.resolve("tags.csv"), "movieId", Attribute.text("tag")));
    Catalogue catalogue = Catalogue.of(films.ids(), java.util.Map.of());
    ItemWords words =
        ItemWords.of(
            FeatureSet.of(
                    Feature.multiHot("genres"),
                    Feature.words("title", 1000),
                    Feature.words("tag", 1000))
                .fit(films, films.ids()),
            films,
            catalogue);
    for (Fading fading : new Fading[] {Fading.byEvents(20), Fading.never()}) {
      run(words, fading); // Warms up.
      double[] micros = run(words, fading);
      System.out.printf(
          Locale.ROOT,
          "%s, %s: median %.1f us, 99%% below %.1f us, longest %.1f us%n",
          words,
          fading,
          micros[micros.length / 2],
          micros[micros.length * 99 / 100],
          micros[micros.length - 1]);
    }
  }

  /** The time of each click of one long life, ascending. */
  private static double[] run(ItemWords words, Fading fading) {
    Random random = new Random(1);
    InterestProfile profile = InterestProfile.none(fading);
    double[] micros = new double[CLICKS];
    for (int click = 0; click < CLICKS; click++) {
      int item = 1 + random.nextInt(words.items());
      long began = System.nanoTime();
      profile = profile.after(words, item, click);
      micros[click] = (System.nanoTime() - began) / 1e3;
    }
    if (profile.size() == 0) {
      throw new IllegalStateException("nothing was learnt");
    }
    Arrays.sort(micros);
    return micros;
  }
}
