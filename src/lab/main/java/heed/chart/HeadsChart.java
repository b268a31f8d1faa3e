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
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    double most = most(heads, HeadsChart::byDistance, HeadsChart::evenByDistance);
    return Panels.together(
        title, heads.profiles().stream().map(head -> panel(head, most)).toList());
  }

  /** What each head looks at by how long before the latest event it was; equal weights in grey. */
  public static Figure byGap(HeadProfiles heads) {
    double most = most(heads, HeadProfile::byGap, HeadProfile::evenByGap);
    return Panels.together(
        "What each head looks at, by time before the latest event",
        heads.profiles().stream().map(head -> gaps(head, most)).toList());
  }

  /** The top of the one scale of all heads, on which a head of small shares looks like one. */
  private static double most(
      HeadProfiles heads,
      Function<HeadProfile, double[]> drawn,
      Function<HeadProfile, double[]> even) {
    return heads.profiles().stream()
        .flatMap(head -> Stream.of(drawn.apply(head), even.apply(head)))
        .flatMapToDouble(Arrays::stream)
        .max()
        .orElse(1);
  }

  private static Panel gaps(HeadProfile profile, double most) {
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
        shares(most),
        lines(gaps, profile.byGap(), profile.evenByGap(), hover));
  }

  private static Axis shares(double most) {
    return Axis.shares("share").range(0, 1.05 * most);
  }

  /** Without what lies further back than the picture reaches. */
  private static double[] byDistance(HeadProfile profile) {
    return Arrays.copyOf(profile.byDistance(), profile.byDistance().length - 1);
  }

  private static double[] evenByDistance(HeadProfile profile) {
    return Arrays.copyOf(profile.evenByDistance(), profile.evenByDistance().length - 1);
  }

  private static Panel panel(HeadProfile profile, double most) {
    double[] shares = byDistance(profile);
    double[] even = evenByDistance(profile);
    int reach = shares.length;
    List<Integer> back = IntStream.rangeClosed(1, reach).boxed().toList();
    List<String> hover = hover(back.stream().map(one -> one + " back").toList(), shares, even);
    int heaviest = IntStream.range(0, reach).reduce(0, (i, j) -> shares[j] > shares[i] ? j : i);
    return new Panel(
        title(profile),
        "Most " + hover.get(heaviest).replaceAll("</?b>", "") + ".",
        // The latest at the right, as in a history.
        Axis.titled("events back from what is predicted").range(reach + 0.5, 0.5),
        shares(most),
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
