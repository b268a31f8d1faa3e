package heed.bundle;

import heed.file.RecordCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        .orElseThrow(() -> new IllegalArgumentException(notHeld(recommender.getClass())));
  }

  private String notHeld(Class<?> type) {
    boolean named = !type.isAnonymousClass() && !type.isHidden();
    return String.format(
        Locale.ROOT,
        "a bundle cannot hold %s, expected one of %s; %s",
        named ? "a " + type.getSimpleName() : "an object of a class without a name",
        words(),
        named
            ? "a class of your own is made known by BundleKinds.onClassPath().with(BundleKind.of(\""
                + type.getSimpleName()
                + "\", "
                + type.getSimpleName()
                + ".class)), which both Bundle.save and Bundle.load are given"
            : "make it a record with a name, such as MyRecommender, and make that known by"
                + " BundleKinds.onClassPath().with(BundleKind.of(\"mine\", MyRecommender.class))");
  }

  /** The kind of a name; empty if there is none, and for a blend, which has no kind of its own. */
  Optional<BundleKind<?>> named(String name) {
    return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst().map(kind -> kind);
  }

  /** The names in words, for errors. */
  String words() {
    return names().stream().collect(Collectors.joining("', '", "'", "'"));
  }
}
