package heed.bench;

import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.clicks.preparation.ClickSplit;
import heed.evaluation.TestSetEvaluations;
import heed.evaluation.clicks.ClickEvaluation;
import heed.evaluation.clicks.ClickPredictions;
import heed.evaluation.clicks.ClickReport;
import heed.experiment.ClickExperiment;
import heed.experiment.DataFingerprint;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** How likely is a click: chosen by the log-likelihood, minus the log-loss. */
record ClickContest(DataFingerprint data, ClickSplit.Parts split)
    implements Contest<Clicks, ClickPredictor, ClickPredictions, ClickReport> {

  @Override
  public Clicks train() {
    return split.train();
  }

  @Override
  public String parts() {
    return split.toString();
  }

  @Override
  public String decisive() {
    return data + " " + split + " " + split.train().schema();
  }

  @Override
  public String measure() {
    return "log-likelihood";
  }

  @Override
  public ToDoubleFunction<ClickPredictor> validation() {
    return ClickEvaluation.of(split.validation()).likelihood();
  }

  @Override
  public ClickPredictions ask(String name, ClickPredictor predictor) {
    return new ClickPredictions(name, predictor.chances(split.test()));
  }

  @Override
  public OptionalInt open(TestSetEvaluations evaluations) {
    return evaluations.count(split.test());
  }

  @Override
  public ClickReport report(OptionalInt timesEvaluated, List<ClickPredictions> answers) {
    return new ClickReport(split.test(), timesEvaluated, answers);
  }

  @Override
  public Class<ClickPredictions> answers() {
    return ClickPredictions.class;
  }

  @Override
  public Map<String, Double> metrics(ClickPredictions answers) {
    return ClickExperiment.metrics(answers.score(split.test()));
  }
}
