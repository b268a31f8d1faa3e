package heed.notebook;

import heed.batch.ComputeDevice;
import heed.chart.AttentionChart;
import heed.chart.ConfusionChart;
import heed.chart.GatesChart;
import heed.chart.HeadsChart;
import heed.chart.InterestDriftChart;
import heed.chart.ItemMapChart;
import heed.chart.KindAttentionChart;
import heed.chart.MemoryChart;
import heed.chart.TablesawFigures;
import heed.evaluation.Report;
import heed.evaluation.SampledTable;
import heed.evaluation.ShownTable;
import heed.evaluation.checkup.CheckUp;
import heed.evaluation.clicks.ClickReport;
import heed.evaluation.replay.ReplayReport;
import heed.evaluation.significance.EstimateTable;
import heed.experiment.RunRecord;
import heed.experiment.Runs;
import heed.experiment.SavedReport;
import heed.explain.AttentionMap;
import heed.explain.Attribution;
import heed.explain.ClickAttention;
import heed.explain.Confusion;
import heed.explain.Gates;
import heed.explain.HeadProfiles;
import heed.explain.InterestDrift;
import heed.explain.ItemMap;
import heed.explain.KindAttention;
import heed.explain.MemoryMap;
import heed.explain.Portrait;
import heed.explain.Portraits;
import heed.explain.Reasons;
import heed.explain.Sentence;
import heed.explain.UserInterests;
import heed.explain.trust.Trust;
import heed.figure.Figure;
import heed.log.Interactions;
import heed.log.StepTaken;
import heed.model.Network;
import heed.model.NetworkRecommender;
import heed.model.click.ClickNetwork;
import heed.model.interest.InterestAttention;
import heed.recommend.Ranking;
import heed.report.LogReport;
import heed.sequence.ColdStart;
import heed.sequence.Split;
import heed.training.MemoryEstimate;
import heed.training.Run;
import heed.tuning.SearchTable;
import java.awt.image.RenderedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.BiFunction;
import java.util.function.Function;
import tech.tablesaw.api.Table;

/**
 * The view of each kind of value; the first rule that fits gives it.
 *
 * <p>A new kind of result of this library gets its view with one line in {@link #standard}, above
 * the rules for any record; a reader's own is added by {@link Notebook#views} or a {@link
 * ViewExtension}.
 */
public final class Views {
  private final List<Rule<?>> rules;

  private Views(List<Rule<?>> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The views of everything this library makes, and of what Java and Tablesaw bring. */
  public static Views standard() {
    return new Views(
        List.of(
            Rule.of(View.class, view -> view),
            Rule.of(Figure.class, View::ofFigure),
            Rule.of(UserPanel.class, UserPanel::view),
            Rule.of(Portraits.class, portraits -> UserPanel.of(portraits).view()),
            Rule.of(Portrait.class, one -> UserPanel.of(one.alone()).view()),
            Rule.of(tech.tablesaw.plotly.components.Figure.class, Views::figure),
            Rule.of(Table.class, TableView::of),
            Rule.of(Interactions.class, ResultViews::log),
            Rule.of(LogReport.class, ResultViews::report),
            Rule.of(Split.Parts.class, PreparationViews::split),
            Rule.of(ColdStart.class, PreparationViews::coldStart),
            Rule.of(ComputeDevice.class, device -> View.ofText(device.toString())),
            Rule.of(Run.class, RunViews::run),
            Rule.of(Ranking.class, ResultViews::ranking),
            Rule.of(Report.class, EvaluationViews::report),
            Rule.of(ReplayReport.class, one -> EvaluationViews.report(one.report())),
            Rule.of(EstimateTable.class, EvaluationViews::table),
            Rule.of(ShownTable.class, EvaluationViews::shown),
            Rule.of(SampledTable.class, EvaluationViews::sampled),
            Rule.of(CheckUp.class, EvaluationViews::checkUp),
            Rule.of(Runs.class, RunViews::runs),
            Rule.of(RunRecord.class, RunViews::record),
            Rule.of(SearchTable.class, RunViews::search),
            Rule.of(MemoryEstimate.class, RunViews::memory),
            Rule.of(UserInterests.class, InterestViews::interests),
            Rule.of(InterestAttention.class, InterestViews::attention),
            Rule.of(AttentionMap.class, map -> View.ofFigure(AttentionChart.of(map))),
            Rule.of(Attribution.class, ExplanationViews::attribution),
            Rule.of(HeadProfiles.class, heads -> View.ofFigure(HeadsChart.of(heads))),
            Rule.of(Trust.class, ExplanationViews::trust),
            Rule.of(Sentence.class, sentence -> View.ofText(sentence.toString())),
            Rule.of(ClickReport.class, ClickViews::report),
            Rule.of(SavedReport.class, kept -> EvaluationViews.table(kept.table())),
            Rule.of(ClickAttention.class, ClickViews::attention),
            Rule.of(Posters.class, Posters::view),
            Rule.of(Network.class, NetworkViews::network),
            Rule.of(ClickNetwork.class, NetworkViews::clicks),
            Rule.of(NetworkRecommender.class, one -> NetworkViews.network(one.network())),
            Rule.of(InterestDrift.class, drift -> View.ofFigure(InterestDriftChart.of(drift))),
            Rule.of(Confusion.class, both -> View.ofFigure(ConfusionChart.of(both))),
            Rule.of(ItemMap.class, map -> View.ofFigure(ItemMapChart.of(map))),
            Rule.of(KindAttention.class, kinds -> View.ofFigure(KindAttentionChart.of(kinds))),
            Rule.of(Gates.class, gates -> View.ofFigure(GatesChart.of(gates))),
            Rule.of(MemoryMap.class, map -> View.ofFigure(MemoryChart.of(map))),
            Rule.of(Optional.class, (optional, views) -> views.optional(optional)),
            Rule.of(RenderedImage.class, View::ofImage),
            Rule.of(byte[].class, ArrayViews::bytes),
            Rule.of(Object[].class, ArrayViews::rows),
            Rule.of(Map.class, ValueGrids::map),
            Rule.of(Record.class, ValueGrids::record),
            Rule.of(List.class, Views::list)));
  }

  /**
   * The {@linkplain #standard standard} views, and those that the jars of a class loader bring.
   *
   * @throws ServiceConfigurationError if a jar names an extension that cannot be made
   */
  public static Views installed(ClassLoader jars) {
    Views views = standard();
    for (ViewExtension extension : ServiceLoader.load(ViewExtension.class, jars)) {
      views = extension.addTo(views);
    }
    return views;
  }

  /** These views and one more kind, which comes before all others. */
  public <T> Views with(Class<T> type, Viewer<? super T> viewer) {
    List<Rule<?>> more = new ArrayList<>();
    more.add(Rule.of(type, value -> viewer.view(value)));
    more.addAll(rules);
    return new Views(more);
  }

  /** How a value looks; what no rule fits is shown as it prints. */
  public View of(Object value) {
    for (Rule<?> rule : rules) {
      Optional<View> view = rule.view(value, this);
      if (view.isPresent()) {
        return view.get();
      }
    }
    return View.ofText(Texts.of(value));
  }

  /** Whether values of a type have a view of their own, beyond the table that any record gets. */
  boolean has(Class<?> type) {
    return rules.stream()
        .anyMatch(rule -> rule.type() != Record.class && rule.type().isAssignableFrom(type));
  }

  /**
   * Several values: beside each other as far as the page is wide, where none of them is a figure or
   * has others below it; else one below the other.
   */
  List<View> together(List<?> values) {
    List<View> all = values.stream().map(this::of).toList();
    boolean plain = all.stream().allMatch(Views::isPlain);
    return plain && all.size() > 1
        ? List.of(Beside.of(all))
        : all.stream().flatMap(view -> view.parts().stream()).toList();
  }

  /** Text or HTML, and nothing below it. */
  private static boolean isPlain(View view) {
    return view.figure().isEmpty() && view.media().isEmpty() && view.below().isEmpty();
  }

  private View optional(Optional<?> optional) {
    return optional.isPresent() ? of(optional.get()) : View.ofText("nothing");
  }

  private static View list(List<?> list) {
    return allOf(StepTaken.class, list)
        .map(PreparationViews::steps)
        .or(() -> allOf(Attribution.class, list).map(ExplanationViews::attributions))
        .or(() -> allOf(Reasons.class, list).map(ExplanationViews::reasons))
        .orElseGet(() -> ValueGrids.list(list));
  }

  /** The list as one of its type, if it has elements and all are. */
  private static <T> Optional<List<T>> allOf(Class<T> type, List<?> list) {
    return !list.isEmpty() && list.stream().allMatch(type::isInstance)
        ? Optional.of(list.stream().map(type::cast).toList())
        : Optional.empty();
  }

  private static View figure(tech.tablesaw.plotly.components.Figure figure) {
    return View.ofFigure(TablesawFigures.convert(figure));
  }

  /** How the values of one type look. */
  private record Rule<T>(Class<T> type, BiFunction<T, Views, View> look) {

    static <T> Rule<T> of(Class<T> type, Function<T, View> look) {
      return new Rule<>(type, (value, views) -> look.apply(value));
    }

    static <T> Rule<T> of(Class<T> type, BiFunction<T, Views, View> look) {
      return new Rule<>(type, look);
    }

    Optional<View> view(Object value, Views views) {
      return type.isInstance(value)
          ? Optional.of(look.apply(type.cast(value), views))
          : Optional.empty();
    }
  }
}
