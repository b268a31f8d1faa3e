package heed.notebook;

/**
 * The views that a jar brings. A kernel finds them by {@link java.util.ServiceLoader}: the jar
 * names its class in {@code META-INF/services/heed.notebook.ViewExtension}, and the class has a
 * public constructor without arguments.
 */
@FunctionalInterface
public interface ViewExtension {

  /** These views and those of the jar, as {@link Views#with} adds them. */
  Views addTo(Views views);
}
