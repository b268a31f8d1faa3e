package heed.training;

import ai.djl.engine.EngineException;
import heed.training.checkpoint.Checkpoint;
import heed.training.checkpoint.CheckpointFile;
import heed.training.checkpoint.TrainerState;
import heed.training.optimizer.Epoch;
import heed.training.optimizer.OptimizerSteps;
import heed.training.optimizer.Schedule;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The epochs of one run: steps, validation after each epoch, the best weights kept, the state
 * written down.
 */
final class EpochLoop {

  private static final Logger LOG = LoggerFactory.getLogger(EpochLoop.class);

  /** How often a listener hears of an epoch under way. */
  private static final double SECONDS_BETWEEN_REPORTS = 0.5;

  private final TrainingLoop asked;
  private final TrainingTask<?> learner;
  private final OptimizerSteps descent;
  private final MemoryCheck memory;
  private final Optional<CheckpointFile> file;
  private final ResumableRandom random;
  private final BestSoFar best;
  private final long start = System.nanoTime();
  private double secondsBefore;
  private double written;
  private long steps;

  EpochLoop(
      TrainingLoop asked, TrainingTask<?> learner, OptimizerSteps descent, MemoryCheck memory) {
    this.asked = asked;
    this.learner = learner;
    this.descent = descent;
    this.memory = memory;
    this.random = new ResumableRandom(asked.seed());
    this.best = new BestSoFar(learner.parameters());
    this.file =
        asked
            .checkpoints()
            .map(kept -> new CheckpointFile(kept.folder(), decisive(), learner.parameters()));
  }

  /** All that decides the weights but for how long the run may go on. */
  private Map<String, String> decisive() {
    Map<String, String> decisive = new LinkedHashMap<>(learner.decisive());
    decisive.put("optimizer", asked.optimizer().toString());
    decisive.put("targets of a batch", Integer.toString(asked.limits().batchSize()));
    decisive.put("seed", Long.toString(asked.seed()));
    return decisive;
  }

  /** Runs to the end. The parameters are then those of the best epoch. */
  StopReason run() {
    try (best) {
      TrainerState.Under under =
          file.flatMap(CheckpointFile::read)
              .map(this::restore)
              .orElseGet(() -> TrainerState.Under.ahead(random.state()));
      Optional<StopReason> ending = over();
      while (ending.isEmpty()) {
        ending = epochWithinMemory(under);
        under = TrainerState.Under.ahead(random.state());
      }
      best.giveBack();
      return ending.get();
    }
  }

  /** Takes up where another process stopped, and tells the listener of the epochs before. */
  private TrainerState.Under restore(Checkpoint checkpoint) {
    TrainerState standing = checkpoint.standing();
    learner.parameters().set(checkpoint.weights());
    descent.restore(checkpoint.moments(), checkpoint.average());
    random.resume(standing.under().random());
    best.restore(standing, checkpoint.best());
    steps = standing.steps();
    secondsBefore = standing.seconds();
    written = seconds();
    for (Epoch epoch : standing.curve()) {
      report(epoch.number(), 1, epoch.loss(), epoch.validation(), Double.NaN);
    }
    return standing.under();
  }

  /** Why no epoch follows, if so. */
  private Optional<StopReason> over() {
    if (best.epochsSince() >= asked.limits().patience()) {
      return Optional.of(StopReason.NO_PROGRESS);
    }
    return best.curve().size() >= asked.limits().epochs()
        ? Optional.of(StopReason.ALL_EPOCHS)
        : Optional.empty();
  }

  private Optional<StopReason> epochWithinMemory(TrainerState.Under under) {
    try {
      return epoch(under);
    } catch (EngineException | OutOfMemoryError failed) {
      if (!MemoryCheck.isOfMemory(failed)) {
        throw failed;
      }
      String told = memory.told();
      if (best.epoch() == 0) {
        throw new NothingLearntException(told, failed);
      }
      LOG.warn("the weights of epoch {} are kept; {}", best.epoch(), told, failed);
      return Optional.of(StopReason.OUT_OF_MEMORY);
    }
  }

  private Optional<StopReason> epoch(TrainerState.Under under) {
    Pass pass = pass(under);
    Optional<StopReason> ending = steps(pass);
    if (ending.isEmpty()) {
      descent.averaged(() -> validate(pass));
      ending = over();
      if (ending.isPresent() || due()) {
        keep(TrainerState.Under.ahead(random.state()));
      }
    }
    return ending;
  }

  /** The batches of an epoch, drawn again if some of its steps are done. */
  private Pass pass(TrainerState.Under under) {
    random.resume(under.randomAtStart());
    Pass pass = new Pass(learner.epoch(random), asked.optimizer().gradientAccumulation(), under);
    if (under.done() > 0) {
      random.resume(under.random());
    }
    return pass;
  }

  /** Takes the steps that are left of an epoch; why it was stopped before its end, if so. */
  private Optional<StopReason> steps(Pass pass) {
    double began = seconds();
    double reported = began;
    int doneBefore = pass.targetsDone();
    while (!pass.finished()) {
      Optional<StopReason> stop = stopped();
      if (stop.isPresent()) {
        keep(pass.under(random.state(), seconds() - began));
        return stop;
      }
      double epochs = best.curve().size() + pass.fraction();
      double loss = pass.next(asked.seed(), steps);
      if (!Double.isFinite(loss)) {
        return Optional.of(diverged(loss));
      }
      best.leave();
      descent.step(new Schedule.Moment(steps++, epochs, best.curve()));
      if (!pass.finished() && seconds() - reported > SECONDS_BETWEEN_REPORTS) {
        reported = seconds();
        double rate = (pass.targetsDone() - doneBefore) / (reported - began);
        report(number(), pass.share(), pass.meanLoss(), Double.NaN, rate);
      }
      if (!pass.finished() && due()) {
        keep(pass.under(random.state(), seconds() - began));
      }
    }
    pass.took(seconds() - began);
    return Optional.empty();
  }

  /** The epoch under way, from 1. */
  private int number() {
    return best.curve().size() + 1;
  }

  private Optional<StopReason> stopped() {
    if (Thread.interrupted()) {
      return Optional.of(StopReason.INTERRUPTED);
    }
    return seconds() >= asked.limits().seconds()
        ? Optional.of(StopReason.TIME_IS_UP)
        : Optional.empty();
  }

  /** What was learnt before is kept; where nothing was, there is nothing to hand back. */
  private StopReason diverged(double loss) {
    if (best.epoch() > 0) {
      return StopReason.DIVERGED;
    }
    throw new NothingLearntException(
        String.format(
            Locale.ROOT,
            "the loss became %s in epoch %d; lower the learning rate (%s now), shorten gradients"
                + " (withGradientClipNorm(1)), warm up, or lower the width",
            loss,
            number(),
            asked.optimizer().adam().rate()));
  }

  private void validate(Pass pass) {
    double began = seconds();
    double metric = validated();
    double took = pass.seconds() + seconds() - began;
    Epoch epoch = new Epoch(number(), pass.meanLoss(), metric, took);
    best.add(epoch);
    if (descent.averages()) {
      best.leave(); // These weights are not those that go on.
    }
    report(epoch.number(), 1, epoch.loss(), metric, pass.targets() / took);
  }

  /** An epoch without a number is never the best; without a best one there is nothing to keep. */
  private double validated() {
    double metric = learner.validation();
    if (Double.isNaN(metric)) {
      if (Double.isNaN(best.validation())) {
        throw new NothingLearntException(
            String.format(
                Locale.ROOT,
                "the validation after epoch %d is NaN, expected a number, higher is better; a mean"
                    + " over no users gives that, so look whether it has questions to ask",
                number()));
      }
      LOG.warn("the validation after epoch {} is NaN, so it is not the best", number());
    }
    return metric;
  }

  private boolean due() {
    return asked
        .checkpoints()
        .filter(kept -> seconds() - written >= kept.every().toNanos() / 1e9)
        .isPresent();
  }

  private void keep(TrainerState.Under under) {
    file.ifPresent(
        kept ->
            kept.write(
                new Checkpoint(
                    best.standing(steps, seconds(), under),
                    learner.parameters().values(),
                    descent.moments(),
                    best.weights(),
                    descent.averageValues())));
    written = seconds();
  }

  private void report(int epoch, double fraction, double loss, double metric, double rate) {
    Progress progress =
        new Progress(
            epoch,
            asked.limits().epochs(),
            fraction,
            loss,
            metric,
            best.validation(),
            rate,
            seconds(),
            asked.limits().seconds());
    asked.listener().on(progress);
  }

  /** How it went. */
  TrainingResult outcome(StopReason ending, String device) {
    return new TrainingResult(best.curve(), best.epoch(), ending, device, seconds());
  }

  private double seconds() {
    return secondsBefore + (System.nanoTime() - start) / 1e9;
  }
}
