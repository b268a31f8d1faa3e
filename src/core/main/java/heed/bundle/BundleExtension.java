package heed.bundle;

import java.util.List;

/**
 * What a jar adds to the recommenders that bundles hold. {@link java.util.ServiceLoader} finds it
 * by {@code META-INF/services/heed.bundle.BundleExtension}, so that what a file names is made only
 * if a jar on the class path said that it may be.
 */
public interface BundleExtension {

  /** The kinds of this jar; each name belongs to one of them. */
  List<BundleKind<?>> kinds();
}
