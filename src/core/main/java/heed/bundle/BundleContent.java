package heed.bundle;

import heed.file.Container;
import heed.file.ContainerWriter;
import heed.file.RecordCodec;
import heed.recommend.Blend;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import java.util.Locale;
import java.util.Optional;

/**
 * What a bundle holds: one part written by its kind, or a {@link Blend}, whose two recommenders are
 * written as parts of their own, each by its kind.
 *
 * @param catalogue of the bundle
 */
record BundleContent(BundleKinds kinds, Catalogue catalogue) {

  private static final RecordCodec CODEC = RecordCodec.plain();
  private static final String NETWORK = "-network";
  private static final String COUNTS = "-counts";

  /**
   * What is written of a blend itself.
   *
   * @param network the kind of its network
   * @param counts the kind of what counts
   * @param weight of the counts
   */
  private record SavedBlend(String network, String counts, double weight) {

    SavedBlend {
      Blend.requireWeight(weight);
    }
  }

  String kind(Object content) {
    return content instanceof Blend ? BundleKinds.BLEND : kinds.of(content).name();
  }

  void write(Object content, ContainerWriter into, String part) {
    if (content instanceof Blend blend) {
      into.value(
          part, new SavedBlend(kind(blend.network()), kind(blend.counts()), blend.weight()), CODEC);
      write(blend.network(), into, part + NETWORK);
      write(blend.counts(), into, part + COUNTS);
    } else {
      kinds.of(content).write(content, into, part, catalogue);
    }
  }

  Object read(String kind, Container from, String part) {
    if (!kind.equals(BundleKinds.BLEND)) {
      return named(kind, from).read(from, part, catalogue);
    }
    SavedBlend saved = from.value(part, SavedBlend.class, CODEC);
    Recommender network = recommender(saved.network, from, part + NETWORK);
    try {
      return new Blend(network, recommender(saved.counts, from, part + COUNTS), saved.weight);
    } catch (RuntimeException refused) {
      free(network);
      throw refused;
    }
  }

  private Recommender recommender(String kind, Container from, String part) {
    Object content = read(kind, from, part);
    if (content instanceof Recommender recommender) {
      return recommender;
    }
    free(content);
    throw from.refused(
        String.format(Locale.ROOT, "a part '%s' of the kind '%s'", part, kind), "a recommender");
  }

  private BundleKind<?> named(String kind, Container container) {
    return kinds
        .named(kind)
        .orElseThrow(
            () ->
                container.unknown(
                    String.format(
                        Locale.ROOT,
                        "a recommender of the kind '%s', which is none of %s",
                        kind,
                        kinds.words()),
                    "a kind that is known here",
                    String.format(
                        Locale.ROOT,
                        "nothing is damaged if somebody else's recommender was saved: networks need"
                            + " heed-neural on the class path, and one of your own is made known by"
                            + " Bundle.load(file, BundleKinds.onClassPath().with(BundleKind.of("
                            + "\"%s\", MyRecommender.class)))",
                        kind)));
  }

  /** How recommenders of a kind are exported; empty if they are not. */
  Optional<OnnxExport<Object>> onnx(String kind) {
    return kinds.named(kind).flatMap(BundleKind::onnx);
  }

  /** Frees what the content holds outside Java's memory. */
  static void free(Object content) {
    if (content instanceof Blend blend) {
      try {
        free(blend.network());
      } finally {
        free(blend.counts());
      }
    } else if (content instanceof AutoCloseable owner) {
      try {
        owner.close();
      } catch (RuntimeException failed) {
        throw failed;
      } catch (Exception failed) {
        throw new IllegalStateException("could not free " + content, failed);
      }
    }
  }
}
