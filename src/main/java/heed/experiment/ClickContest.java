package heed.experiment;

import heed.clicks.ClickPredictor;
import heed.clicks.ClickSplit;
import heed.clicks.Clicks;
import heed.evaluation.ClickAnswers;
import heed.evaluation.ClickEvaluation;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How likely is a click: chosen by the log-likelihood, minus the log-loss. */
record ClickContest(DataFingerprint data, ClickSplit.Parts split)
    implements Contest<Clicks, ClickPredictor, ClickAnswers> {

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
  public Class<ClickAnswers> answers() {
    return ClickAnswers.class;
  }

  @Override
  public Map<String, Double> metrics(ClickAnswers answers) {
    return ClickExperiment.metrics(answers.score(split.test()));
  }
}
