package heed.chart;

import heed.explain.HeadProfile;
import heed.explain.HeadProfiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What each head looks at by how far back it is, as small multiples; equal weights in grey. */
public final class HeadsChart {

  private HeadsChart() {}

  /** One picture a head, layer by layer. */
  public static Figure of(HeadProfiles heads) {
    long named = heads.profiles().stream().filter(one -> one.specialty().isPresent()).count();
    String title =
        String.format(
            "%d of %d heads look at something that can be named", named, heads.profiles().size());
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
    List<Double> shares = Arrays.stream(profile.byGap()).boxed().toList();
    List<Double> even = Arrays.stream(profile.evenByGap()).boxed().toList();
    List<String> hover = new ArrayList<>();
    for (int i = 0; i < gaps.size(); i++) {
      hover.add(
          String.format(
              Locale.ROOT,
              "up to %s: <b>%.1f%%</b>, equal weights %.1f%%",
              gaps.get(i),
              100 * shares.get(i),
              100 * even.get(i)));
    }
    Map<String, Object> axis = Theme.axis("within");
    axis.put("autorange", "reversed"); // The latest at the right, as in a history.
    axis.put("tickangle", -40);
    return new Panel(
        title(profile),
        String.join("; ", hover).replaceAll("</?b>", "") + ".",
        axis,
        Lines.shares("share"),
        List.of(
            Lines.guide(gaps, even, Theme.TEXT, "dash"),
            Lines.marked(gaps, shares, Theme.FIRST, "circle", "solid", hover)));
  }

  private static Panel panel(HeadProfile profile) {
    List<Integer> back = IntStream.rangeClosed(1, profile.byDistance().length - 1).boxed().toList();
    List<Double> shares = shares(profile.byDistance());
    List<String> hover = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      hover.add(
          String.format(
              Locale.ROOT,
              "%d back: <b>%.1f%%</b>, equal weights %.1f%%",
              back.get(i),
              100 * shares.get(i),
              100 * profile.evenByDistance()[i]));
    }
    Map<String, Object> axis = Theme.axis("events back from what is predicted");
    axis.put("range", List.of(back.size() + 0.5, 0.5)); // The latest at the right, as in a history.
    return new Panel(
        title(profile),
        profile + ".",
        axis,
        Lines.shares("share"),
        List.of(
            Lines.guide(back, shares(profile.evenByDistance()), Theme.TEXT, "dash"),
            Lines.marked(back, shares, Theme.FIRST, "circle", "solid", hover)));
  }

  /** Without what lies further back than the picture reaches. */
  private static List<Double> shares(double[] byDistance) {
    return IntStream.range(0, byDistance.length - 1).mapToObj(i -> byDistance[i]).toList();
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
