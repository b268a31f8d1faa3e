package heed.bundle;

import heed.clicks.ClickPredictor;
import heed.features.FeatureKinds;
import heed.file.Container;
import heed.file.ContainerWriter;
import heed.file.RecordCodec;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How recommenders of one class are written into a bundle and made again: as a record of settings
 * and arrays. Arrays of numbers stand beside the text, as safetensors; a {@link Catalogue} in the
 * record is that of the bundle.
 *
 * @param <T> a {@link Recommender} or a {@link ClickPredictor}
 */
public final class BundleKind<T> {

  private final String name;
  private final Class<T> type;
  private final Form<T, ?> form;
  private final RecordCodec codec;
  private final Optional<OnnxExport<T>> onnx;

  /** What is written in place of a recommender, and how. */
  private record Form<T, F extends Record>(
      Class<F> type, Function<T, F> write, BiFunction<F, Catalogue, T> read) {

    T read(Container from, String part, RecordCodec codec, Catalogue catalogue) {
      return from.made(part, type, codec, written -> read.apply(written, catalogue));
    }
  }

  private BundleKind(
      String name,
      Class<T> type,
      Form<T, ?> form,
      RecordCodec codec,
      Optional<OnnxExport<T>> onnx) {
    this.name = name;
    this.type = type;
    this.form = form;
    this.codec = codec;
    this.onnx = onnx;
  }

  /**
   * Recommenders that are records: their components are written as they are.
   *
   * @param name of the kind in files, which outlives a change of the class's own
   */
  public static <T extends Record> BundleKind<T> of(String name, Class<T> type) {
    return of(name, type, type, itself -> itself, (written, catalogue) -> written)
        .withCodec(RecordCodec.plain().with(name, type));
  }

  /**
   * Recommenders that are written in another form.
   *
   * @param form a record of settings and arrays
   * @param write makes the form
   * @param read makes the recommender of its form and the catalogue of the bundle, and refuses with
   *     an {@link IllegalArgumentException} what is none
   */
  public static <T, F extends Record> BundleKind<T> of(
      String name,
      Class<T> type,
      Class<F> form,
      Function<T, F> write,
      BiFunction<F, Catalogue, T> read) {
    return new BundleKind<>(
        name, type, new Form<>(form, write, read), FeatureKinds.codec(), Optional.empty());
  }

  /** The same, whose settings are of these kinds, too. */
  public BundleKind<T> withCodec(RecordCodec more) {
    return new BundleKind<>(name, type, form, codec.and(more), onnx);
  }

  /** The same, whose recommenders can be exported. */
  public BundleKind<T> withOnnx(OnnxExport<T> export) {
    return new BundleKind<>(name, type, form, codec, Optional.of(export));
  }

  /** What it is called in files. */
  public String name() {
    return name;
  }

  /** Whose recommenders it writes. */
  public Class<T> type() {
    return type;
  }

  void write(Object recommender, ContainerWriter into, String part, Catalogue catalogue) {
    into.valueAndNumbers(part, form.write.apply(type.cast(recommender)), over(catalogue));
  }

  T read(Container from, String part, Catalogue catalogue) {
    return form.read(from, part, over(catalogue), catalogue);
  }

  /** A catalogue in a recommender is the bundle's own: its digest stands there. */
  private RecordCodec over(Catalogue catalogue) {
    return codec.withForm(
        Catalogue.class,
        String.class,
        own -> {
          catalogue.requireSame(own, "the bundle", "a part of its recommender");
          return own.fingerprint();
        },
        digest -> {
          if (!digest.equals(catalogue.fingerprint())) {
            throw new IllegalArgumentException(
                "found a recommender of the catalogue "
                    + digest
                    + ", expected that of the bundle, "
                    + catalogue.fingerprint());
          }
          return catalogue;
        });
  }

  Optional<OnnxExport<Object>> onnx() {
    return onnx.map(export -> (recommender, file) -> export.to(type.cast(recommender), file));
  }
}
