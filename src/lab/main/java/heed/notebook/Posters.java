package heed.notebook;

import heed.evaluation.Categories;
import heed.explain.Attribution;
import heed.figure.Html;
import heed.recommend.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A ranking as a reader of recommendations would see it: rank, title, kinds and reasons of each
 * item.
 *
 * @param ranking what is recommended
 * @param kinds of every item, such as its genres, in place of those that the catalogue knows
 * @param reasons one an entry, in its order; empty to give none
 */
public record Posters(Ranking ranking, Optional<Categories> kinds, List<Attribution> reasons) {

  private static final int MOST_REASONS = 2;

  /** Throws {@link IllegalArgumentException} if reasons are of other items than the entries. */
  public Posters {
    reasons = List.copyOf(reasons);
    List<Integer> explained = reasons.stream().map(Attribution::item).toList();
    List<Integer> entries = ranking.entries().stream().map(Ranking.Entry::item).toList();
    if (!reasons.isEmpty() && !explained.equals(entries)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "reasons are of items %s, the ranking has %s", explained, entries));
    }
  }

  public static Posters of(Ranking ranking) {
    return new Posters(ranking, Optional.empty(), List.of());
  }

  public Posters withKinds(Categories kinds) {
    return new Posters(ranking, Optional.of(kinds), reasons);
  }

  public Posters withReasons(List<Attribution> reasons) {
    return new Posters(ranking, kinds, reasons);
  }

  View view() {
    String caption = ranking.recommender() + " after " + ranking.history();
    List<String> text = new ArrayList<>(List.of(caption));
    StringBuilder html = new StringBuilder("<div class=\"" + GridHtml.NO_FORMULAS + "\"><div>");
    html.append(Html.text(caption)).append("</div><ol>");
    for (int i = 0; i < ranking.entries().size(); i++) {
      Ranking.Entry entry = ranking.entries().get(i);
      List<String> below = below(entry, i);
      text.add(String.format(Locale.ROOT, "%3d. %s", entry.rank(), entry.title()));
      below.forEach(line -> text.add("     " + line));
      html.append("<li style=\"margin:.4em 0\"><strong>")
          .append(Html.text(entry.title()))
          .append("</strong>");
      below.forEach(line -> html.append("<br><small>").append(Html.text(line)).append("</small>"));
      html.append("</li>");
    }
    return View.ofHtml(String.join("\n", text), html.append("</ol></div>").toString());
  }

  private List<String> below(Ranking.Entry entry, int place) {
    List<String> lines = new ArrayList<>();
    String known =
        kinds
            .map(
                categories ->
                    Arrays.stream(categories.of(entry.item()))
                        .mapToObj(categories.names()::get)
                        .toList())
            .orElseGet(() -> ranking.history().catalogue().kinds(entry.item()))
            .stream()
            .collect(Collectors.joining(", "));
    lines.add(known);
    if (!reasons.isEmpty()) {
      lines.add(PanelData.because(reasons.get(place), MOST_REASONS));
    }
    lines.removeIf(String::isEmpty);
    return lines;
  }
}
