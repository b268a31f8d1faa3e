package heed.serve;

import heed.log.Counted;
import heed.recommend.Recommender;
import heed.recommend.rule.BoundRules;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.serve.Answer.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** Turns the ids of a request into the numbers of a model's catalogue, or says what it lacks. */
final class RequestReader {

  private static final int IDS_SHOWN = 5;

  private final Model model;
  private final Catalogue catalogue;
  private final ServiceOptions options;
  private final UserHistories users;

  RequestReader(Model model, ServiceOptions options, UserHistories users) {
    this.model = model;
    this.catalogue = model.recommender().catalogue();
    this.options = options;
    this.users = users;
  }

  /**
   * The task of a request.
   *
   * @throws IllegalArgumentException if it names items that are not known, and asks to be refused
   *     then, or asks for what is similar to one
   */
  Task task(Request request, BoundRules rules, CompletableFuture<Answer> answer, long arrived) {
    List<String> warnings = new ArrayList<>();
    History history = history(request, warnings);
    Source source = source(request, history);
    Recommender scorer = source == Source.FALLBACK ? model.fallback() : model.recommender();
    return new Task(
        request,
        history,
        source,
        scorer,
        rules,
        warnings,
        request.deadline().orElse(options.deadline()),
        arrived,
        answer);
  }

  private static Source source(Request request, History history) {
    if (request.subject() instanceof Subject.LikeItem) {
      return Source.ITEM;
    }
    return history.length() == 0 ? Source.FALLBACK : Source.HISTORY;
  }

  private History history(Request request, List<String> warnings) {
    if (request.subject() instanceof Subject.LikeItem like) {
      return History.untimed(catalogue, catalogue.item(like.item()));
    }
    if (request.subject() instanceof Subject.OfUser of) {
      return known(request, users.of(of.user()), warnings);
    }
    return known(request, ((Subject.OfHistory) request.subject()).events(), warnings);
  }

  private History known(Request request, List<Event> events, List<String> warnings) {
    List<Event> latest =
        events.subList(Math.max(0, events.size() - options.longestHistory()), events.size());
    int[] items = new int[latest.size()];
    long[] times = new long[latest.size()];
    List<String> types = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    int count = 0;
    for (Event event : latest) {
      int item = catalogue.number(event.item());
      if (item == 0) {
        unknown.add(event.item());
      } else {
        items[count] = item;
        times[count++] = event.time();
        types.add(event.type());
      }
    }
    complain(request.unknown(), unknown, warnings);
    warnOf(types, warnings);
    return History.of(catalogue, Arrays.copyOf(items, count), Arrays.copyOf(times, count))
        .withTypes(types);
  }

  /** Of types that the model would read if it knew them; most models read none. */
  private void warnOf(List<String> types, List<String> warnings) {
    List<String> known = model.recommender().eventTypes();
    List<String> strange =
        types.stream().filter(type -> !type.isEmpty() && !known.contains(type)).distinct().toList();
    if (!known.isEmpty() && !strange.isEmpty()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "events of the type %s are read as events without one; the model knows %s",
              String.join(", ", strange.subList(0, Math.min(IDS_SHOWN, strange.size()))),
              String.join(", ", known)));
    }
  }

  private void complain(UnknownItems policy, List<String> unknown, List<String> warnings) {
    if (unknown.isEmpty() || policy == UnknownItems.IGNORED) {
      return;
    }
    String complaint =
        String.format(
            Locale.ROOT,
            "%s of the history %s not among the %,d of this catalogue: %s%s",
            Counted.of(unknown.size(), "item"),
            unknown.size() == 1 ? "is" : "are",
            catalogue.size(),
            String.join(", ", unknown.subList(0, Math.min(IDS_SHOWN, unknown.size()))),
            unknown.size() > IDS_SHOWN ? ", ..." : "");
    if (policy == UnknownItems.REFUSED) {
      throw new IllegalArgumentException(complaint + "; leave them out, or allow unknown items");
    }
    warnings.add(complaint);
  }
}
