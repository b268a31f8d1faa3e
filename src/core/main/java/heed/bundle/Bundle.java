package heed.bundle;

import heed.clicks.ClickPredictor;
import heed.features.FittedFeatures;
import heed.log.Counted;
import heed.log.StepTaken;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A trained recommender, or a predictor of clicks, with all that it needs to answer elsewhere: its
 * settings and weights, its catalogue, the features it reads, and what is known of how it came
 * about. A {@link heed.recommend.Blend} is saved with both of its recommenders. One file ({@link
 * heed.file.Container}), which any zip program opens.
 *
 * <p>A loaded bundle owns its recommender; {@link #close} frees what that holds. Immutable, and
 * safe to share between threads as its recommender is.
 */
public final class Bundle implements AutoCloseable {

  private final String kind;
  private final Object content;
  private final Optional<OnnxExport<Object>> onnx;
  private final Catalogue catalogue;
  private final BundleNotes notes;
  private final Map<String, String> versions;
  private final String fingerprint;

  Bundle(
      String kind,
      Object content,
      Optional<OnnxExport<Object>> onnx,
      Catalogue catalogue,
      BundleNotes notes,
      Map<String, String> versions,
      String fingerprint) {
    this.kind = kind;
    this.content = content;
    this.onnx = onnx;
    this.catalogue = catalogue;
    this.notes = notes;
    this.versions = versions;
    this.fingerprint = fingerprint;
  }

  /** As {@link #save(Path, Recommender, BundleNotes)}, with nothing told beside. */
  public static void save(Path file, Recommender recommender) throws IOException {
    save(file, recommender, BundleNotes.none());
  }

  /** As {@link #save(Path, Recommender, BundleNotes, BundleKinds)}, of kinds on the class path. */
  public static void save(Path file, Recommender recommender, BundleNotes notes)
      throws IOException {
    save(file, recommender, notes, BundleKinds.onClassPath());
  }

  /**
   * Writes a recommender into one file, whole or not at all; the folder is made if it is not there.
   *
   * @param kinds with that of the recommender, if it is the reader's own
   * @throws IllegalArgumentException if no kind is the recommender's, if its settings could not be
   *     read back, such as a scoring of the reader's own that the kinds do not know, or if it holds
   *     a weight that is no number
   * @throws IllegalStateException if it holds a network that is closed
   * @throws IOException if nothing can be written there
   */
  public static void save(Path file, Recommender recommender, BundleNotes notes, BundleKinds kinds)
      throws IOException {
    Objects.requireNonNull(recommender, "the recommender to save is null");
    file(file, kinds).write(recommender, recommender.name(), recommender.catalogue(), notes);
  }

  /** As {@link #save(Path, ClickPredictor, BundleNotes, BundleKinds)}, with nothing told beside. */
  public static void save(Path file, ClickPredictor predictor) throws IOException {
    save(file, predictor, BundleNotes.none(), BundleKinds.onClassPath());
  }

  /**
   * Writes a predictor of clicks into one file, as {@link #save(Path, Recommender, BundleNotes,
   * BundleKinds)} does a recommender.
   *
   * @throws IllegalArgumentException also if the predictor knows no catalogue
   */
  public static void save(Path file, ClickPredictor predictor, BundleNotes notes, BundleKinds kinds)
      throws IOException {
    Objects.requireNonNull(predictor, "the predictor of clicks to save is null");
    Catalogue catalogue =
        predictor
            .catalogue()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        predictor.name()
                            + " does not know its catalogue, so that its bundle would not know what"
                            + " an item's number means; give it one when it is made"));
    file(file, kinds).write(predictor, predictor.name(), catalogue, notes);
  }

  private static BundleFile file(Path file, BundleKinds kinds) {
    Objects.requireNonNull(kinds, "the kinds are null; BundleKinds.onClassPath() knows ours");
    return new BundleFile(file, () -> kinds);
  }

  /** As {@link #load(Path, BundleKinds)}, of kinds on the class path. */
  public static Bundle load(Path file) throws IOException {
    return new BundleFile(file, BundleKinds::onClassPath).read();
  }

  /**
   * Reads what {@link #save} wrote. A file holds numbers and texts only and can name no class, so
   * nothing in it can run.
   *
   * @param kinds with that of its recommender, if it is the reader's own
   * @throws heed.file.UnreadableFileException if the file is damaged, no bundle, of a newer format,
   *     or of a kind that is not known
   * @throws IOException if there is no such file, it is a folder, or may not be read
   */
  public static Bundle load(Path file, BundleKinds kinds) throws IOException {
    return file(file, kinds).read();
  }

  /** As {@link #map(Path, BundleKinds)}, of kinds on the class path. */
  public static Bundle map(Path file) throws IOException {
    return new BundleFile(file, BundleKinds::onClassPath).map();
  }

  /**
   * As {@link #load(Path, BundleKinds)}, where large tables of a network, such as the vectors of
   * millions of items, are not read: the file is mapped into memory, and the system reads what is
   * used and lets it go again. Such a table is not held against its checksum, which {@link #load}
   * does once where the file comes from elsewhere; all else is. As long as the bundle is open the
   * file must not be changed in place; another may take its place, as {@link #save} does it.
   *
   * @throws heed.file.UnreadableFileException if the file is no bundle, of a newer format or kind
   *     that is not known, or damaged outside such a table
   */
  public static Bundle map(Path file, BundleKinds kinds) throws IOException {
    return file(file, kinds).map();
  }

  /**
   * The recommender.
   *
   * @throws IllegalStateException if the bundle holds a predictor of clicks
   */
  public Recommender recommender() {
    if (content instanceof Recommender recommender) {
      return recommender;
    }
    throw new IllegalStateException(
        name() + " predicts clicks and recommends nothing; ask for clickPredictor()");
  }

  /**
   * The predictor of clicks.
   *
   * @throws IllegalStateException if the bundle holds a recommender
   */
  public ClickPredictor clickPredictor() {
    if (content instanceof ClickPredictor predictor) {
      return predictor;
    }
    throw new IllegalStateException(
        name() + " recommends and predicts no clicks; ask for recommender()");
  }

  /** Whether it holds a recommender, not a predictor of clicks. */
  public boolean recommends() {
    return content instanceof Recommender;
  }

  /** What the recommender is called in a report, settings included. */
  public String name() {
    return content instanceof Recommender recommender
        ? recommender.name()
        : ((ClickPredictor) content).name();
  }

  /** Of which kind it is, such as "network", "item-kNN" or "blend". */
  public String kind() {
    return kind;
  }

  /** The items it knows, with ids, titles and categories. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** What turns attributes into its input, if it was saved with it. */
  public Optional<FittedFeatures> features() {
    return notes.features();
  }

  /** How the log was prepared, first to last; empty if that was not told. */
  public List<StepTaken> preparation() {
    return notes.preparation();
  }

  /** On the test part, by name; empty if that was not told. */
  public Map<String, Double> metrics() {
    return notes.metrics();
  }

  /** The record of the run, as JSON, if it was saved with it. */
  public Optional<String> runRecord() {
    return notes.runRecord();
  }

  /** Under which licence the data stand, if that was told. */
  public Optional<String> dataLicence() {
    return notes.dataLicence();
  }

  /** Of Heed and Java when it was saved, by name. */
  public Map<String, String> versions() {
    return versions;
  }

  /** What this very bundle is known by: another one, or a changed one, has another. */
  public String fingerprint() {
    return fingerprint;
  }

  /**
   * Writes the network as an ONNX model.
   *
   * @throws IllegalArgumentException if what the bundle holds has no ONNX form
   */
  public void exportOnnx(Path file) throws IOException {
    onnx.orElseThrow(
            () ->
                new IllegalArgumentException(
                    name()
                        + " has no ONNX form, expected a Transformer network such as SASRec; serve"
                        + " it with Heed"))
        .to(content, file);
  }

  /** Frees what the recommender holds outside Java's memory. */
  @Override
  public void close() {
    BundleContent.free(content);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s over %s%s",
        name(),
        Counted.of(catalogue.size(), "item"),
        metrics().isEmpty() ? "" : ", " + metrics());
  }
}
