package heed.bundle;

import heed.file.RecordCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What bundles may hold: recommenders of these kinds, and blends of them. Immutable. */
public final class BundleKinds {

  /** The kind of a {@link heed.recommend.Blend}, which is written by the kinds of its two. */
  static final String BLEND = "blend";

  private final List<BundleKind<?>> kinds;

  private BundleKinds(List<BundleKind<?>> kinds) {
    this.kinds = List.copyOf(kinds);
    Set<String> names = new HashSet<>(Set.of(BLEND));
    for (BundleKind<?> kind : kinds) {
      if (!names.add(kind.name())) {
        throw new IllegalArgumentException(
            "two kinds of recommenders are called '"
                + kind.name()
                + "'; give one of them another name");
      }
    }
  }

  /** Our own, and those that the jars on the class path add. */
  public static BundleKinds onClassPath() {
    List<BundleKind<?>> all = new ArrayList<>();
    for (BundleExtension one :
        ServiceLoader.load(BundleExtension.class, BundleKinds.class.getClassLoader())) {
      all.addAll(one.kinds());
    }
    return new BundleKinds(all);
  }

  /** These and one more, such as that of a class in a cell. */
  public BundleKinds with(BundleKind<?> kind) {
    List<BundleKind<?>> more = new ArrayList<>(kinds);
    more.add(kind);
    return new BundleKinds(more);
  }

  /**
   * The same, whose settings may be of these kinds, too: {@code with(codec.with(MyConfig.class))}.
   */
  public BundleKinds with(RecordCodec codec) {
    return new BundleKinds(
        kinds.stream().<BundleKind<?>>map(kind -> kind.withCodec(codec)).toList());
  }

  /** The names, in alphabetical order. */
  public List<String> names() {
    return Stream.concat(Stream.of(BLEND), kinds.stream().map(BundleKind::name)).sorted().toList();
  }

  BundleKind<?> of(Object recommender) {
    return kinds.stream()
        .filter(kind -> kind.type().isInstance(recommender))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "a bundle cannot hold a %s, expected one of %s; a class of your own is made"
                            + " known by BundleKinds.onClassPath().with(BundleKind.of(...))",
                        recommender.getClass().getSimpleName(),
                        words())));
  }

  BundleKind<?> named(String name) {
    return kinds.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "a recommender of the kind '%s', which is none of %s; networks are in"
                            + " heed-neural, and one of your own is made known by"
                            + " BundleKinds.onClassPath().with(BundleKind.of(...))",
                        name,
                        words())));
  }

  private String words() {
    return names().stream().collect(Collectors.joining("', '", "'", "'"));
  }
}
