"""One cell for every kind of figure, on invented data whose answers are known, and what each has to show.

A chart class without a row here fails test_gallery.py.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import nbformat

from heedlab.places import HOME, RUNS

SHOTS = RUNS / "browser"
FILE = SHOTS / "gallery" / "gallery.ipynb"
CHARTS = HOME / "src" / "lab" / "main" / "java" / "heed" / "chart"


@dataclass(frozen=True)
class Kind:
    """A kind of figure.

    chart: its class in heed.chart
    cell: Java that shows it, after the cells of SETUP
    point: a trace and the place of a point in it, or the row and column of a cell
    says: what the label at that point has to say
    choices: what its menu offers; empty without a menu
    """

    chart: str
    cell: str
    point: tuple[int, ...] = ()
    says: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


# Titles as catalogues have them: long, with quotes, and one that would be markup if nobody escaped it.
TITLES = (
    "Toy Story (1995)",
    "Lord of the Rings: The Fellowship of the Ring, The (2001)",
    "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb (1964)",
    "<script>document.title='broken'</script> & \\\"quoted\\\" (1999)",
    "Heat (1995)",
    "Star Wars: Episode V - The Empire Strikes Back (1980)",
    "<b>Se7en</b> (1995)",
    "Am&eacute;lie (2001)",
)

SETUP = (
    f"""
var names = List.of({", ".join(f'"{title}"' for title in TITLES)});
var ids = IntStream.rangeClosed(1, 70).mapToObj(i -> String.format("%02d", i)).toList();
var titles = new HashMap<String, String>();
for (int i = 0; i < 70; i++) titles.put(ids.get(i), i < names.size() ? names.get(i) : "Film number " + (i + 1));
var films = Catalogue.of(ids, titles);
History seen(int... items) {{ return History.untimed(films, items); }}
var history = seen(1, 2, 3, 4, 5, 6, 7, 8);
""",
    """
var shares = AttentionLayer.Weights.NORMALIZED;
var two = List.of(new AttentionLayer("layer 1", shares), new AttentionLayer("layer 2", shares));
// Head h of a layer gives 70% to the event h + 1 back, the rest evenly to what it sees.
float[][] head(int events, int back) {
    var weights = new float[events][events];
    for (int query = 0; query < events; query++)
        for (int key = 0; key <= query; key++)
            weights[query][key] = .3f / (query + 1) + (key == Math.max(0, query - back) ? .7f : 0);
    return weights;
}
AttentionMap map(History of) {
    int n = of.length();
    return new AttentionMap(of.titles(), two,
        new float[][][][] {{head(n, 1), head(n, 2)}, {head(n, 3), head(n, 0)}});
}
Attribution said(String who, double... weights) {
    return new Attribution(who, history, 9, AttentionLayer.Weights.UNNORMALIZED, weights);
}
Trial trial(String who, double middle) {
    return new Trial(List.of(said(who, 1, 2, 3, 4, 5, 6, 7, 8)),
        List.of(new Faithfulness(new double[] {0, middle, -4}, new double[] {-4, -middle - 4, 0})));
}
""",
)

HEADS = (
    "mean of all layers and heads",
    *(f"layer {layer}, head {head}" for layer in (1, 2) for head in (1, 2)),
)
RINGS = "Lord of the Rings: The Fellowship of the Ring, The (2001)"
BOMB = "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb (1964)"
SCRIPT = "<script>document.title='broken'</script> & \"quoted\" (1999)"
SEVEN = "<b>Se7en</b> (1995)"

KINDS = (
    # The mean over heads of what SCRIPT, fourth, gives the second: .3 / 4 evenly, and .7 in one head of four.
    Kind(
        "AttentionChart",
        "show(AttentionChart.of(map(history)));",
        (0, 3, 1),
        (SCRIPT, "25.0%", RINGS),
        HEADS,
    ),
    Kind(
        "AttentionLinesChart",
        "show(AttentionLinesChart.of(map(history)));",
        (5, 3),
        (SCRIPT, "25% " + RINGS),
        HEADS,
    ),
    Kind(
        "ClickAttentionChart",
        """
var fields = List.of("segment", "thrift", "events of the user that were shown before");
var layer = new ClickAttention.Layer(new AttentionLayer("user looks at item", shares), fields,
    List.of("category", names.get(1)),
    new float[][][] {{{.5f, .5f}, {.9f, .1f}, {.2f, .8f}}, {{1, 0}, {1, 0}, {1, 0}}});
show(ClickAttentionChart.of(new ClickAttention("7", names.get(2), .25, List.of(layer))).get(0));
""",
        (0, 2, 1),
        ("events of the user that were shown before", "40.0%", RINGS),
        ("mean of all heads", "head 1", "head 2"),
    ),
    Kind(
        "ConfusionChart",
        """
show(Confusion.of("planted topic", List.of("war & <peace>", names.get(2), "drama"), new int[] {0, 0, 0, 1, 1, 2},
    "interest", List.of("first", names.get(1), "third"), new int[] {2, 2, 1, 1, 1, 0}));
""",
        (0, 0, 0),
        ("war & <peace> and third", "2, 66.7%"),
    ),
    Kind(
        "CurveChart",
        """
show(CurveChart.of(List.of(new Progress(1, 3, 1, 5.5, .02, .02, 900, 1), new Progress(2, 3, 1, 4.5, .05, .05, 900, 2),
    new Progress(3, 3, 1, 4.25, .04, .05, 900, 3)), "NDCG@10"));
""",
        (0, 1),
        ("epoch 2", "4.5000", "loss"),
    ),
    Kind(
        "CurvesChart",
        """
var curves = new LinkedHashMap<String, List<Epoch>>();
curves.put("SASRec, width 64, seed 1",
    List.of(new Epoch(1, 5, .02, 1), new Epoch(2, 4, .05, 1), new Epoch(3, 4, .04, 1)));
curves.put("LiGR, width 64, seed 1", List.of(new Epoch(1, 5, .03, 1), new Epoch(2, 4, .03, 1)));
show(CurvesChart.of(curves));
""",
        (0, 1),
        ("SASRec, width 64, seed 1, epoch 2", "0.0500"),
    ),
    Kind(
        "ExplainersChart",
        """
show(ExplainersChart.of(List.of(said("last attention", 1, 0, 1, 0, 1, 0, 1, 0),
    said("occlusion", 0, 3, -1, 0, 0, 0, 0, 0),
    said("integrated gradients", 1, 1, 1, 1, 1, 1, 1, 1))));
""",
        (0, 1, 2),
        ("occlusion", "-25.0%", BOMB),
    ),
    Kind(
        "GatesChart",
        """
var given = new double[8][];
var over = new double[8];
var erased = new double[8];
for (int i = 0; i < 8; i++) {
    given[i] = new double[] {1, .5 * i, -.25 * i, .5};
    over[i] = i / 8.0;
    erased[i] = .05;
}
var gates = new LinkedHashMap<String, double[]>();
gates.put("share of sessions that are over", over);
gates.put("erases", erased);
show(GatesChart.of(new Gates(new Example(history, 2),
    List.of("the event itself", "all sessions", "last layer, from all of these", "the same for all"), given, gates)));
""",
        (4, 4),
        ("Heat (1995)", "share of sessions that are over", "50%"),
    ),
    Kind(
        "HeadsChart",
        """
var back = new double[21];
back[2] = 1;
var even = new double[21];
Arrays.fill(even, 1 / 21.0);
show(HeadsChart.of(new HeadProfiles("SASRec", 9, List.of(
    new HeadProfile(two.get(0), 0, back, even, new double[7], new double[7], 0,
        Optional.of(new HeadProfile.Specialty("the item 3 back", 1, .05, .001))),
    new HeadProfile(two.get(1), 1, even, even, new double[7], new double[7], 1, Optional.empty())))));
""",
        (1, 2),
        ("3 back", "100.0%"),
    ),
    Kind(
        "InterestDriftChart",
        """
var drifting = new float[8][];
for (int i = 0; i < 8; i++) drifting[i] = new float[] {.9f - .1f * i, .1f + .1f * i};
show(InterestDriftChart.of(new InterestDrift(history, List.of(names.get(1), names.get(3)), drifting)));
""",
        (0, 2),
        ("70.0%", BOMB, "interest 1"),
    ),
    Kind(
        "IntervalChart",
        """
var best = new Estimate(.5, new Interval(.4, .6), 1, Significance.BEST);
var level = new Estimate(.375, new Interval(.3, .45), .25, Significance.LEVEL);
show(IntervalChart.of("Who leads", new EstimateTable("on the test part", List.of("NDCG@10", "HR@10"), List.of(
    new EstimateTable.Row("SASRec", List.of(best, level)),
    new EstimateTable.Row("item-kNN, decay 0.8, tuned", List.of(level, best))))));
""",
        (0, 1),
        ("item-kNN, decay 0.8, tuned", "0.3750"),
    ),
    Kind(
        "ItemMapChart",
        """
var genresOf = Categories.of(ids.stream().map(id -> List.of(id.endsWith("1") ? "war & <peace>" : "drama")).toList());
var spots = new double[][] {{0, 0}, {1, 1}, {2, 0}, {3, 1}};
show(ItemMapChart.of(new ItemMap(List.of(1, 2, 3, 4), names.subList(0, 4), spots,
    List.of(List.of(names.get(1)), List.of(names.get(3)), List.of(names.get(0)), List.of(names.get(1))),
    new double[] {.5, .25}), genresOf));
""",
        (2, 0),
        (RINGS, "near", SCRIPT),
    ),
    Kind(
        "KindAttentionChart",
        """
show(KindAttentionChart.of(new KindAttention(List.of("war & <peace>", "drama"), new double[] {3, 2},
    new double[][] {{.75, .25}, {.5, .5}}, new double[][] {{.5, .5}, {.5, .5}})));
""",
        (0, 0, 1),
        ("after war & <peace> to drama", "25.0%, equal weights 50.0%"),
    ),
    Kind("LogChart", "show(LogChart.overview(LogReport.of(Planted.of(60, 40, 900).generate(1).log())));"),
    Kind(
        "MemoryChart",
        """
var slots = List.of(new MemoryMap.Slot(.25f, List.of(names.get(2)), List.of(.5f)),
    new MemoryMap.Slot(.75f, List.of(names.get(1), names.get(3)), List.of(.75f, .5f)));
var addressed = new float[8][];
var left = new float[8][];
for (int i = 0; i < 8; i++) { addressed[i] = new float[] {.75f, .25f}; left[i] = new float[] {.5f, i / 32f}; }
show(MemoryChart.of(new MemoryMap(history.titles(), addressed, left, slots)));
""",
        (0, 0, 3),
        (SCRIPT, "slot 2", "9.4%"),
        ("left after the last event", "addressed by each event"),
    ),
    Kind(
        "ProfileChart",
        """
var genres = Tables.attributes(Table.create(StringColumn.create("film", ids),
    StringColumn.create("genres",
        ids.stream().map(id -> Integer.parseInt(id) % 2 == 0 ? "war & <peace>" : "space").toList())),
    "film", Attribute.categories("genres", "|"));
var words = ItemWords.of(FeatureSet.of(Feature.multiHot("genres")).fit(genres, ids), genres, films);
var profiles = new ArrayList<InterestProfile>();
var profile = InterestProfile.none(Fading.byEvents(2));
for (int i = 0; i < 8; i++) { profile = profile.after(words, history.item(i), i); profiles.add(profile); }
show(ProfileChart.of(history, profiles, words, 5));
""",
        (0, 0, 0),
        ("space (genres)", "100.0%", "Toy Story (1995)"),
    ),
    Kind(
        "ReliabilityChart",
        """
var planted = PlantedClicks.of(40, 20, 900).generate(1).log();
var rated = ClickSplit.byTime(.6, .2).of(planted, ClickFeatures.none(), 1).test();
ClickPredictions surely(String predictor, int clicked, int others) {
    var chances = new double[rated.size()];
    for (int row = 0; row < chances.length; row++) {
        chances[row] = (rated.clicked(row) ? clicked-- : others--) > 0 ? .75 : .25;
    }
    return new ClickPredictions(predictor, chances);
}
show(ReliabilityChart.of(new ClickReport(rated, OptionalInt.empty(),
    List.of(surely("cross-attention", 7, 3), surely("factorization machine", 5, 5)))));
""",
        (1, 1),
        ("said 75.0%", "clicked 70.0%", "cross-attention"),
    ),
    Kind(
        "ReplayChart",
        """
var then = new Estimate(.5, new Interval(.4, .6), 1, Significance.BEST);
var later = new Estimate(.25, new Interval(.2, .3), .01, Significance.BEHIND);
show(ReplayChart.of("Who follows stays good", "NDCG@10", new EstimateTable("asked", List.of(
        "first 1 hour (1,200)", "1 hour to 1 day (800)", "after 1 day (70)"), List.of(
    new EstimateTable.Row("interest words, halved after 5.0 events", List.of(then, then, then)),
    new EstimateTable.Row("interest words, never fading, stale", List.of(then, later, later))))));
""",
        (1, 1),
        ("0.2500", "behind", "stale"),
    ),
    Kind(
        "SearchChart",
        """
var base = Training.of(SasrecConfig.defaults());
var tried = List.of(base.withLearningRate(.0001), base.withLearningRate(.001), base.withLearningRate(.01));
var reached = new double[] {.1, .3, .2};
var next = new int[1];
show(SearchChart.of(SearchTable.of(Search.over(tried, settings -> reached[next[0]++]),
    SearchSpace.of(base).choices("model.width", 32, 64).log("optimizer.adam.rate", 1e-4, 1e-2))));
""",
        (2, 1),
        ("1. 0.3000", "rate: 0.001"),
    ),
    Kind(
        "SplitChart",
        """
History begun(int hour) {
    return History.of(films, IntStream.rangeClosed(1, 8).toArray(),
        IntStream.range(0, 8).mapToLong(i -> 946_684_800L + 3600L * hour + 7200L * i).toArray());
}
show(SplitChart.of(Split.leaveOneOut().of(Sequences.of(films, ids,
    IntStream.range(0, 70).mapToObj(hour -> begun(hour)).toList()))));
""",
        (2, 3),
        ("Am&eacute;lie (2001)", "test, reporting once"),
    ),
    Kind(
        "TablesawFigures",
        """
show(TablesawFigures.convert(tech.tablesaw.plotly.api.VerticalBarPlot.create("Events",
    Table.create(
    StringColumn.create("film", "Heat", "Alien"), DoubleColumn.create("events", 3, 5)), "film", "events")));
""",
        (0, 1),
        ("Alien", "5"),
    ),
    Kind(
        "TrustChart",
        """
show(TrustChart.of(new Trust("SASRec", "log-probability of SASRec, events dropped",
    List.of(trial("last attention", -3), trial("attention rollout", -2.5), trial("gradient x input", -2.25),
        trial("integrated gradients", -3.5), trial("occlusion", -3.75), trial("recency", -2),
        trial("random", -1)), List.of())));
""",
        (0, 5),
        ("last attention", "-3.00", "50%"),
    ),
    Kind(
        "WeightsChart",
        """
var rows = new LinkedHashMap<String, float[]>();
rows.put("softmax", new float[] {.1f, .2f, .1f, .1f, .2f, .1f, .1f, .1f});
rows.put("hard", new float[] {0, 0, 0, 0, 0, 0, 1, 0});
show(WeightsChart.of("Two weightings", history, rows));
""",
        (0, 1, 6),
        ("hard", "100.0%", SEVEN),
    ),
)

# The same kinds where they are hardest to read, and their other pictures.
CROWDED = (
    Kind(
        "HeadsChart",
        """
var gaps = new double[] {.1, .2, .3, .1, .1, .1, .1};
show(HeadsChart.byGap(new HeadProfiles("SASRec", 9, List.of(
    new HeadProfile(two.get(0), 0, even, even, gaps, new double[7], 0, Optional.empty()),
    new HeadProfile(two.get(1), 1, even, even, gaps, new double[7], 1, Optional.empty())))));
""",
    ),
    Kind("AttentionLinesChart", "show(AttentionLinesChart.of(map(seen(IntStream.rangeClosed(1, 60).toArray()))));"),
    Kind(
        "AttentionChart",
        """
var long60 = seen(IntStream.rangeClosed(1, 60).toArray());
show(AttentionChart.of(map(long60)));
""",
        choices=HEADS,
    ),
    Kind(
        "MemoryChart",
        """
var sixty = new float[60][];
var kept = new float[60][];
for (int i = 0; i < 60; i++) { sixty[i] = new float[] {.25f, .75f}; kept[i] = new float[] {0, i / 90f}; }
show(MemoryChart.of(new MemoryMap(long60.titles(), sixty, kept, slots)));
""",
        choices=("left after the last event", "addressed by each event"),
    ),
    Kind(
        "WeightsChart",
        """
show(WeightsChart.of("Sixty events", long60, Map.of("softmax", head(60, 3)[59])));
""",
    ),
)

# What is written to files beside the notebook, a long table, and the panel of users.
WRITTEN = (
    """
show(Table.create("many", StringColumn.create("film",
    IntStream.range(0, 300).mapToObj(i -> i == 25 ? names.get(3) : "film " + i).toList())));
""",
    """
for (var ending : List.of("html", "json", "png", "svg"))
    AttentionChart.of(map(history)).save(Path.of("FOLDER", "saved." + ending));
""",
    """
Ranking ranking(String who, int... items) {
    var scores = new float[71];
    for (int i = 0; i < items.length; i++) scores[items[i]] = 10 - i;
    return Ranking.of(who, history, scores, items.length, Seen.EXCLUDED);
}
Attribution why(int item, double... weights) {
    return new Attribution("occlusion", history, item, AttentionLayer.Weights.UNNORMALIZED, weights);
}
var interests = new UserInterests(history, List.of(
    new UserInterests.Interest(1, .75f, new float[] {.5f, .25f, .25f, 0, 0, 0, 0, 0}, ranking("one", 9, 11)),
    new UserInterests.Interest(2, .25f, new float[] {0, 0, 0, 1, 0, 0, 0, 0}, ranking("two", 12, 13))),
    ranking("both", 9, 12));
var kinds = Categories.of(ids.stream().map(id -> List.of("war & <peace>")).toList());
var panel = UserPanel.of(new Portraits("SASRec", "occlusion", List.of(
    new Portrait("Ann <b>", history, Optional.of(map(history)), Optional.empty(), ranking("SASRec", 9, 10),
        List.of(why(9, 1, 0, 0, 3, 0, 0, 0, -4), why(10, 0, 0, 0, 0, 0, 0, 1, 0))),
    new Portrait("Bob", history, Optional.empty(), Optional.of(interests), ranking("ComiRec", 12),
        List.of(why(12, 0, 1, 0, 0, 0, 0, 0, 0))))), kinds);
panel.save(Path.of("FOLDER", "panel.html"));
show(panel);
""",
)


def charts() -> list[str]:
    """The classes of heed.chart that make figures."""
    makes = re.compile(r"^  public static (List<)?Figure>? ", re.MULTILINE)
    return sorted(file.stem for file in CHARTS.glob("*.java") if makes.search(file.read_text()))


def write_gallery(file: Path = FILE) -> None:
    """The notebook of all kinds, not yet run: a figure a cell, in the order of KINDS, the crowded ones, the files."""
    cells = [*SETUP, *(kind.cell for kind in (*KINDS, *CROWDED)), *WRITTEN]
    # Named in full: the kernel may have been started in another folder, and then would leave the files there.
    cells = [cell.strip().replace("FOLDER", str(file.parent.resolve())) for cell in cells]
    nodes = [nbformat.v4.new_code_cell(cell, id=f"cell-{n}") for n, cell in enumerate(cells)]
    file.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=nodes), file)
