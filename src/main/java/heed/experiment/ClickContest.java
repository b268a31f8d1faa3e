package heed.experiment;

import heed.clicks.ClickPredictor;
import heed.clicks.ClickSplit;
import heed.clicks.Clicks;
import heed.evaluation.ClickAnswers;
import heed.evaluation.ClickEvaluation;
import heed.evaluation.ClickReport;
import heed.evaluation.Openings;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** How likely is a click: chosen by the log-likelihood, minus the log-loss. */
record ClickContest(DataFingerprint data, ClickSplit.Parts split)
    implements Contest<Clicks, ClickPredictor, ClickAnswers, ClickReport> {

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
  public ClickAnswers ask(String name, ClickPredictor predictor) {
    return new ClickAnswers(name, predictor.chances(split.test()));
  }

  @Override
  public OptionalInt open(Openings openings) {
    return openings.open(split.test());
  }

  @Override
  public ClickReport report(OptionalInt openings, List<ClickAnswers> answers) {
    return new ClickReport(split.test(), openings, answers);
  }

  @Override
  public Class<ClickAnswers> answers() {
    return ClickAnswers.class;
  }

  @Override
  public Map<String, Double> metrics(ClickAnswers answers) {
    return ClickExperiment.metrics(answers.score(split.test()));
  }
}
