package heed.kernel;

import heed.notebook.ViewExtension;
import heed.notebook.Viewer;
import heed.notebook.Views;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.function.UnaryOperator;
import org.slf4j.LoggerFactory;

/**
 * The views of one kernel: this library's, those that jars bring, and before them those that its
 * cells have registered. Safe for use by several threads.
 */
final class SessionViews {
  private final Map<String, UnaryOperator<Views>> registered = new LinkedHashMap<>();
  private Views installed = Views.standard();
  private volatile Views now = installed;

  /** The views of the class path this kernel was started with. */
  SessionViews() {
    install(SessionViews.class.getClassLoader());
  }

  /** The views as they are now. */
  Views now() {
    return now;
  }

  /** Takes the views that the jars of a class loader bring; a jar that fails is warned of. */
  synchronized void install(ClassLoader jars) {
    try {
      installed = Views.installed(jars);
      compose();
    } catch (ServiceConfigurationError e) {
      LoggerFactory.getLogger(SessionViews.class)
          .warn("the views of a {} cannot be had: {}", ViewExtension.class.getSimpleName(), e, e);
    }
  }

  /** Adds a viewer; that of a class by the same name as the reader wrote it is let go. */
  synchronized <T> void register(Class<T> type, Viewer<? super T> viewer) {
    String name = Names.withoutShell(type.getName());
    registered.remove(name); // So that it comes before all others again.
    registered.put(name, views -> views.with(type, viewer));
    compose();
  }

  private void compose() {
    Views views = installed;
    for (UnaryOperator<Views> one : registered.values()) {
      views = one.apply(views);
    }
    now = views;
  }
}
