package heed.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import heed.baseline.Segmenter;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.clustering.kmeans.KMeansTrainer.Initialisation;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Groups of users of like taste, by Tribuo's k-means on the mean of their items' vectors, such as
 * their shares of each genre. A newcomer belongs to the nearest group from her first event on.
 * Immutable; several threads may ask it.
 */
public final class UserGroups implements Segmenter {

  private static final int ITERATIONS = 30;

  private final int groups;
  private final float[][] items;
  private final String[] names;
  private final KMeansModel model;

  private UserGroups(int groups, float[][] items, String[] names, KMeansModel model) {
    this.groups = groups;
    this.items = items;
    this.names = names;
    this.model = model;
  }

  /**
   * Groups the users of a training part.
   *
   * @param items a vector per item, row i item i: (N + 1, width)
   * @param names what each column of a vector means: (width)
   * @param groups how many, at least 2 and no more than there are users
   * @param seed draws the first centres (k-means++, Arthur and Vassilvitskii 2007)
   */
  public static UserGroups fit(
      Sequences train, float[][] items, List<String> names, int groups, long seed) {
    requireFit(train, items, names, groups);
    String[] columns = names.toArray(String[]::new);
    List<Example<ClusterID>> examples = new ArrayList<>();
    for (History history : train.histories()) {
      if (history.length() > 0) {
        examples.add(example(history, items, columns));
      }
    }
    ClusteringFactory factory = new ClusteringFactory();
    SimpleDataSourceProvenance source =
        new SimpleDataSourceProvenance("mean vectors of " + train, factory);
    KMeansTrainer trainer =
        new KMeansTrainer(
            groups,
            ITERATIONS,
            DistanceType.L2.getDistance(),
            Initialisation.PLUSPLUS,
            1, // More threads would add up in another order each time.
            seed);
    KMeansModel model =
        trainer.train(new MutableDataset<>(new ListDataSource<>(examples, factory, source)));
    return new UserGroups(
        groups, Arrays.stream(items).map(float[]::clone).toArray(float[][]::new), columns, model);
  }

  private static void requireFit(Sequences train, float[][] items, List<String> names, int groups) {
    if (groups < 2 || groups > train.activeUsers()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "groups are at least 2 and no more than users, found %d groups of %,d users",
              groups,
              train.activeUsers()));
    }
    if (items.length != train.catalogue().size() + 1 || items[0].length != names.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "user groups need a vector per item and a name per column, expected %,d rows of %d,"
                  + " found %,d rows of %d; row 0 is padding",
              train.catalogue().size() + 1,
              names.size(),
              items.length,
              items[0].length));
    }
  }

  private static Example<ClusterID> example(History history, float[][] items, String[] names) {
    double[] mean = new double[names.length];
    for (int item : history.items()) {
      for (int column = 0; column < mean.length; column++) {
        mean[column] += items[item][column] / history.length();
      }
    }
    return new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, mean);
  }

  @Override
  public String name() {
    return groups + " groups of users";
  }

  @Override
  public int size() {
    return groups;
  }

  @Override
  public OptionalInt of(History history) {
    return history.length() == 0
        ? OptionalInt.empty()
        : OptionalInt.of(model.predict(example(history, items, names)).getOutput().getID());
  }

  /** How the groups came about, as Tribuo keeps it; for a run record. */
  public Map<String, Object> provenance() {
    return ProvenanceUtil.convertToMap(model.getProvenance());
  }

  /** What distinguishes a group: the columns in which its centre is most above the mean of all. */
  public List<String> character(int group, int most) {
    double[] mean = new double[names.length];
    double[][] centres = new double[groups][];
    for (int each = 0; each < groups; each++) {
      centres[each] = centre(each);
      for (int column = 0; column < mean.length; column++) {
        mean[column] += centres[each][column] / groups;
      }
    }
    return IntStream.range(0, names.length)
        .boxed()
        .sorted(Comparator.comparingDouble(column -> mean[column] - centres[group][column]))
        .limit(most)
        .map(column -> names[column])
        .toList();
  }

  private double[] centre(int group) {
    double[] centre = new double[names.length];
    model
        .getCentroids()
        .get(group)
        .forEach(
            feature ->
                centre[Arrays.asList(names).indexOf(feature.getName())] = feature.getValue());
    return centre;
  }
}
