package heed.serve;

import heed.explain.AttentionMap;
import heed.explain.Explanation;
import heed.model.NetworkRecommender;
import heed.recommend.BestItems;
import heed.recommend.Ranking;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Makes answers of tasks: scores those together that go to one recommender, then chooses. */
final class Answering {

  private final String version;
  private final SimilarItems similar;
  private final ServiceListener listener;

  Answering(Model model, ServiceListener listener) {
    this.version = model.version();
    this.similar = new SimilarItems(model.recommender());
    this.listener = listener;
  }

  /** Completes every task: by an answer, or by why there is none. */
  void answer(List<Task> tasks) {
    IdentityHashMap<Recommender, List<Task>> together = new IdentityHashMap<>();
    for (Task task : tasks) {
      if (task.answer().isDone()) {
        continue; // Given up by who asked.
      }
      if (task.isLate()) {
        fail(task, new LateException(task.deadline()));
      } else if (task.source() == Answer.Source.ITEM) {
        completing(task, () -> chosen(task, similar.to(task.history().item(0))));
      } else {
        together.computeIfAbsent(task.scorer(), scorer -> new ArrayList<>()).add(task);
      }
    }
    together.forEach(this::score);
  }

  private void score(Recommender scorer, List<Task> tasks) {
    listener.scored(tasks.size());
    try {
      scored(scorer, tasks);
    } catch (RuntimeException | Error failure) {
      apart(scorer, tasks, failure);
    }
  }

  private void scored(Recommender scorer, List<Task> tasks) {
    List<Task> listed = new ArrayList<>();
    List<IntPredicate> competing = new ArrayList<>();
    List<Task> chosen = new ArrayList<>();
    for (Task task : tasks) {
      Optional<IntPredicate> only = task.rules().competing(task.history(), task.request().seen());
      (only.isPresent() ? listed : chosen).add(task);
      only.ifPresent(competing::add);
    }
    if (!listed.isEmpty()) {
      list(scorer, listed, competing);
    }
    if (!chosen.isEmpty()) {
      scorer.score(histories(chosen), (row, scores) -> completing(chosen.get(row), scores));
    }
  }

  /** Lists that need no scores but those of their items. */
  private void list(Recommender scorer, List<Task> tasks, List<IntPredicate> competing) {
    int most = tasks.stream().mapToInt(task -> task.request().k()).max().orElseThrow();
    List<BestItems> best = scorer.best(histories(tasks), most, competing);
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      BestItems own = best.get(i).first(task.request().k());
      completing(task, () -> answer(task, Ranking.of(scorer.name(), task.history(), own)));
    }
  }

  private static List<History> histories(List<Task> tasks) {
    return tasks.stream().map(Task::history).toList();
  }

  private void completing(Task task, float[] scores) {
    completing(task, () -> chosen(task, scores));
  }

  /** One history that cannot be scored takes nobody else's answer along. */
  private void apart(Recommender scorer, List<Task> tasks, Throwable failure) {
    for (Task task : tasks) {
      if (!task.answer().isDone() && tasks.size() > 1) {
        score(scorer, List.of(task));
      } else if (!task.answer().isDone()) {
        fail(task, failure);
      }
    }
  }

  private interface Making {
    Answer answer();
  }

  private void completing(Task task, Making making) {
    try {
      Answer answer = making.answer();
      if (task.answer().complete(answer)) {
        listener.answered(answer.source(), task.took());
      }
    } catch (RuntimeException | Error failure) {
      fail(task, failure);
    }
  }

  private void fail(Task task, Throwable failure) {
    if (task.answer().completeExceptionally(failure)) {
      listener.failed(failure);
    }
  }

  private Answer chosen(Task task, float[] scores) {
    Request request = task.request();
    // What is similar to an item does not hold it, whatever may be seen again.
    Seen seen = task.source() == Answer.Source.ITEM ? Seen.EXCLUDED : request.seen();
    Ranking ranking =
        task.rules().choose(task.scorer().name(), task.history(), scores, request.k(), seen);
    return answer(task, ranking);
  }

  private Answer answer(Task task, Ranking ranking) {
    Request request = task.request();
    boolean explained = task.source() == Answer.Source.HISTORY;
    return new Answer(
        ranking,
        version,
        task.source(),
        task.warnings(),
        explained && request.detail().reasons() ? Reasons.of(task.scorer(), ranking) : List.of(),
        explained && request.detail().attention() ? attention(task) : Optional.empty());
  }

  private static Optional<AttentionMap> attention(Task task) {
    return task.scorer() instanceof NetworkRecommender network
            && !network.network().config().attentionLayers().isEmpty()
        ? Optional.of(new Explanation(network, task.history()).attention())
        : Optional.empty();
  }
}
