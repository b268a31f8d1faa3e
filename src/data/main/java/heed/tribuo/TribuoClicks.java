package heed.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.sequence.Catalogue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.fm.FMClassificationTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * Any of Tribuo's models of labels as a predictor of clicks. Immutable; several threads may ask it.
 *
 * @param name what it is called in a report
 * @param model trained on a {@link ClickSource}
 * @param catalogue that of the clicks it learnt from; empty if it is not known
 */
public record TribuoClicks(String name, Model<Label> model, Optional<Catalogue> catalogue)
    implements ClickPredictor {

  private static final int BATCH = 64;

  /** Tribuo 4.3.2 fails to merge the gradients of a factorization machine's batch. */
  private static final int ONE = 1;

  private static final double SPREAD = 0.1;

  public TribuoClicks {
    if (!model.generatesProbabilities()) {
      throw new IllegalArgumentException(
          name + " gives no chances; choose a trainer of probabilities, such as LinearSGDTrainer");
    }
  }

  /** A model of which it is not known what catalogue it learnt from. */
  public TribuoClicks(String name, Model<Label> model) {
    this(name, model, Optional.empty());
  }

  /** Tribuo's way in one line: source, dataset, trainer, model. */
  public static TribuoClicks fit(String name, Trainer<Label> trainer, Clicks train) {
    return new TribuoClicks(
        name,
        trainer.train(new MutableDataset<>(new ClickSource(train))),
        Optional.of(train.catalogue()));
  }

  /**
   * Logistic regression by AdaGrad: each feature speaks for itself.
   *
   * @param rate of learning, such as 0.1
   */
  public static TribuoClicks logistic(Clicks train, double rate, int epochs, long seed) {
    return fit(
        String.format(Locale.ROOT, "logistic regression, rate %s, %d epochs", rate, epochs),
        new LinearSGDTrainer(
            new LogMulticlass(), new AdaGrad(rate), epochs, train.size(), BATCH, seed),
        train);
  }

  /**
   * A factorization machine (Rendle 2010, "Factorization Machines", eq. 1) by AdaGrad: each pair of
   * features speaks too, through vectors of a few factors.
   *
   * @param factors the width of a vector
   * @param rate of learning, such as 0.1
   */
  public static TribuoClicks factorization(
      Clicks train, int factors, double rate, int epochs, long seed) {
    return fit(
        String.format(
            Locale.ROOT,
            "factorization machine, %d factors, rate %s, %d epochs",
            factors,
            rate,
            epochs),
        new FMClassificationTrainer(
            new LogMulticlass(),
            new AdaGrad(rate),
            epochs,
            train.size(),
            ONE,
            seed,
            factors,
            SPREAD),
        train);
  }

  /**
   * Gradient-boosted trees, by XGBoost (Chen and Guestrin 2016): features speak in the branches of
   * trees. On Linux, Windows and macOS of x86-64 only; Tribuo's XGBoost has no other libraries.
   *
   * @param trees how many
   * @param depth of a tree, at least 1
   * @param rate how much of each tree is taken, in (0, 1]
   */
  public static TribuoClicks boosted(Clicks train, int trees, int depth, double rate, long seed) {
    return fit(
        String.format(Locale.ROOT, "boosted trees, %d of depth %d, rate %s", trees, depth, rate),
        new XGBoostClassificationTrainer(trees, rate, 0, depth, 1, 1, 1, 1, 0, 0, true, seed),
        train);
  }

  @Override
  public double[] chances(Clicks clicks) {
    requireOwn(clicks);
    ClickSource source = new ClickSource(clicks);
    double[] chances = new double[clicks.size()];
    for (int row = 0; row < chances.length; row++) {
      chances[row] =
          model.predict(source.example(row)).getOutputScores().get(Clicks.CLICK).getScore();
    }
    return chances;
  }

  /**
   * How the model came about, as Tribuo keeps it: source, dataset, trainer with every setting,
   * versions, time. By name, nested; for a run record.
   */
  public Map<String, Object> provenance() {
    return ProvenanceUtil.convertToMap(model.getProvenance());
  }
}
