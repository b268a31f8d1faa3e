package heed.chart;

import heed.explain.HeadProfile;
import heed.explain.HeadProfiles;
import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Theme;
import heed.figure.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What each head looks at by how far back it is, as small multiples; equal weights in grey. */
public final class HeadsChart {

  private HeadsChart() {}

  /** One picture a head, layer by layer. */
  public static Figure of(HeadProfiles heads) {
    long named = heads.profiles().stream().filter(one -> one.specialty().isPresent()).count();
    String title =
        String.format(
            Locale.ROOT,
            "%d of %d heads look at something that can be named",
            named,
            heads.profiles().size());
    return Panels.together(title, heads.profiles().stream().map(HeadsChart::panel).toList());
  }

  /** What each head looks at by how long before the latest event it was; equal weights in grey. */
  public static Figure byGap(HeadProfiles heads) {
    return Panels.together(
        "What each head looks at, by time before the latest event",
        heads.profiles().stream().map(HeadsChart::gaps).toList());
  }

  private static Panel gaps(HeadProfile profile) {
    List<String> gaps = HeadProfile.gaps();
    int last = gaps.size() - 1; // It has no end.
    List<String> reach =
        IntStream.rangeClosed(0, last)
            .mapToObj(gap -> gap < last ? "up to " + gaps.get(gap) : gaps.get(gap))
            .toList();
    List<String> hover = hover(reach, profile.byGap(), profile.evenByGap());
    return new Panel(
        title(profile),
        String.join("; ", hover).replaceAll("</?b>", "") + ".",
        Axis.titled("within").reversed().angle(-40), // The latest at the right, as in a history.
        Axis.shares("share"),
        lines(gaps, profile.byGap(), profile.evenByGap(), hover));
  }

  /** Without what lies further back than the picture reaches. */
  private static Panel panel(HeadProfile profile) {
    int reach = profile.byDistance().length - 1;
    double[] shares = Arrays.copyOf(profile.byDistance(), reach);
    double[] even = Arrays.copyOf(profile.evenByDistance(), reach);
    List<Integer> back = IntStream.rangeClosed(1, reach).boxed().toList();
    List<String> hover = hover(back.stream().map(one -> one + " back").toList(), shares, even);
    int most = IntStream.range(0, reach).reduce(0, (i, j) -> shares[j] > shares[i] ? j : i);
    return new Panel(
        title(profile),
        "Most " + hover.get(most).replaceAll("</?b>", "") + ".",
        // The latest at the right, as in a history.
        Axis.titled("events back from what is predicted").range(reach + 0.5, 0.5),
        Axis.shares("share"),
        lines(back, shares, even, hover));
  }

  private static List<String> hover(List<String> where, double[] shares, double[] even) {
    return IntStream.range(0, shares.length)
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "%s: <b>%.1f%%</b>, equal weights %.1f%%",
                    where.get(i),
                    100 * shares[i],
                    100 * even[i]))
        .toList();
  }

  private static List<Trace> lines(
      List<?> where, double[] shares, double[] even, List<String> hover) {
    return List.of(
        Trace.guide(where, boxed(even), Theme.TEXT, "dash"),
        Panels.marked(where, boxed(shares), hover));
  }

  private static List<Double> boxed(double[] shares) {
    return Arrays.stream(shares).boxed().toList();
  }

  private static String title(HeadProfile profile) {
    return profile.name()
        + ": "
        + profile
            .specialty()
            .map(one -> String.format(Locale.ROOT, "%s (%.0f%%)", one.what(), 100 * one.share()))
            .orElse("no specialty")
        + String.format(Locale.ROOT, ", entropy %.2f", profile.entropy());
  }
}
