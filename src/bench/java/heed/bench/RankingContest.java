package heed.bench;

import heed.evaluation.Evaluation;
import heed.evaluation.Predictions;
import heed.evaluation.Report;
import heed.evaluation.Score;
import heed.evaluation.TestSetEvaluations;
import heed.experiment.DataFingerprint;
import heed.experiment.Experiment;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** Which item of the catalogue comes next: chosen by NDCG@10. */
record RankingContest(DataFingerprint data, Split.Parts split)
    implements Contest<Sequences, Recommender, Predictions, Report> {

  private static final int CUT = 10;

  @Override
  public Sequences train() {
    return split.train();
  }

  @Override
  public String parts() {
    return split.toString();
  }

  @Override
  public String measure() {
    return "NDCG@" + CUT;
  }

  @Override
  public ToDoubleFunction<Recommender> validation() {
    return Evaluation.of(split.validation()).ndcg(CUT);
  }

  @Override
  public Predictions ask(String name, Recommender recommender) {
    Predictions answers = Evaluation.of(split.test()).answers(recommender);
    return new Predictions(name, answers.targetRanks(), answers.lists());
  }

  @Override
  public OptionalInt open(TestSetEvaluations evaluations) {
    return evaluations.count(split.test());
  }

  @Override
  public Report report(OptionalInt timesEvaluated, List<Predictions> answers) {
    return new Report(split.test(), Evaluation.of(split.test()).seen(), timesEvaluated, answers);
  }

  @Override
  public Class<Predictions> answers() {
    return Predictions.class;
  }

  @Override
  public Map<String, Double> metrics(Predictions answers) {
    return Experiment.metrics(Score.of(answers));
  }
}
