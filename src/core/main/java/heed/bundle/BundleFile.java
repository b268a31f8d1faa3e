package heed.bundle;

import heed.features.FeatureKinds;
import heed.features.FittedFeatures;
import heed.file.Container;
import heed.file.ContainerWriter;
import heed.file.FileKind;
import heed.file.RecordCodec;
import heed.log.StepTaken;
import heed.sequence.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A bundle as a file.
 *
 * @param kinds asked for once the file has been found whole
 */
record BundleFile(Path file, Supplier<BundleKinds> kinds) {

  BundleFile {
    Objects.requireNonNull(file, "the path of the bundle is null");
  }

  private static final FileKind KIND =
      new FileKind(
          "bundle",
          1,
          "take an undamaged copy, or save the bundle again",
          "give BundleKinds kinds = BundleKinds.onClassPath().with(RecordCodec.plain().with(%s)) to"
              + " both Bundle.save(file, recommender, notes, kinds) and Bundle.load(file, kinds)");
  private static final RecordCodec CODEC = RecordCodec.plain();
  private static final String ABOUT = "bundle";
  private static final String CATALOGUE = "catalogue";
  private static final String CONTENT = "recommender";
  private static final String FEATURES = "features";
  private static final String RECORD = "run-record";

  /**
   * What people look at first.
   *
   * @param kind of the recommender
   * @param name of the recommender, settings included
   * @param catalogue the digest of its items' ids
   * @param items how many there are
   */
  private record About(
      String kind,
      String name,
      String catalogue,
      int items,
      Map<String, Double> metrics,
      Optional<String> dataLicence,
      List<StepTaken> preparation,
      Map<String, String> versions) {}

  void write(Object content, String name, Catalogue catalogue, BundleNotes notes)
      throws IOException {
    Objects.requireNonNull(notes, "the notes are null; BundleNotes.none() tells nothing");
    BundleContent contents = new BundleContent(kinds.get(), catalogue);
    About about =
        new About(
            contents.kind(content),
            name,
            catalogue.fingerprint(),
            catalogue.size(),
            notes.metrics(),
            notes.dataLicence(),
            notes.preparation(),
            versions());
    ContainerWriter container = Container.of(KIND).value(ABOUT, about, CODEC);
    catalogue.into(container, CATALOGUE);
    contents.write(content, container, CONTENT);
    notes.features().ifPresent(some -> container.value(FEATURES, some, FeatureKinds.codec()));
    notes.runRecord().ifPresent(json -> container.json(RECORD, json));
    container.write(file);
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    String heed = Bundle.class.getPackage().getImplementationVersion();
    versions.put("heed", heed == null ? "unreleased" : heed);
    versions.put("java", System.getProperty("java.version"));
    return versions;
  }

  Bundle read() throws IOException {
    return made(Container.read(file, KIND));
  }

  Bundle map() throws IOException {
    return made(Container.map(file, KIND));
  }

  private Bundle made(Container container) {
    About about = container.value(ABOUT, About.class, CODEC);
    Catalogue catalogue = Catalogue.from(container, CATALOGUE);
    if (!catalogue.fingerprint().equals(about.catalogue)) {
      throw container.refused(
          "a catalogue with the digest " + catalogue.fingerprint(), "that with " + about.catalogue);
    }
    if (about.items != catalogue.size()) {
      throw container.refused(
          String.format(Locale.ROOT, "%d items in its catalogue", catalogue.size()),
          String.format(Locale.ROOT, "%d, as it says of itself", about.items));
    }
    Optional<FittedFeatures> features =
        container.hasJson(FEATURES)
            ? Optional.of(container.value(FEATURES, FittedFeatures.class, FeatureKinds.codec()))
            : Optional.empty();
    Optional<String> record =
        container.hasJson(RECORD) ? Optional.of(container.json(RECORD)) : Optional.empty();
    BundleNotes notes =
        new BundleNotes(features, about.preparation, about.metrics, record, about.dataLicence);
    BundleContent contents = new BundleContent(kinds.get(), catalogue);
    Object content = contents.read(about.kind, container, CONTENT);
    return new Bundle(
        about.kind,
        content,
        contents.onnx(about.kind),
        catalogue,
        notes,
        about.versions,
        container.fingerprint());
  }
}
