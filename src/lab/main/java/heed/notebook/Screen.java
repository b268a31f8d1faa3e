package heed.notebook;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Where values are shown: the running cell of the notebook this JVM serves, if it serves one. */
public interface Screen {

  /** Shows a view, but what is below it, after what the cell has shown so far. */
  void show(View view);

  /** Shows a view that can be replaced, but what is below it, under a name of its own. */
  void show(String id, View view);

  /**
   * Replaces the view shown under this name, wherever it stands; when many follow each other the
   * newest is shown twice a second, and the last of a cell always.
   */
  void replace(String id, View view);

  /** How this screen draws a value. */
  Views views();

  /**
   * From now on, draws values of this type so. A type registered again, or defined again by a cell,
   * forgets its former viewer.
   */
  <T> void register(Class<T> type, Viewer<? super T> viewer);

  /** The kernel's screen; empty outside a kernel. */
  static Optional<Screen> current() {
    return Optional.ofNullable(Hook.SCREEN.get());
  }

  /** Makes this the screen that {@link Notebook#show} uses; a kernel calls it once. */
  static void use(Screen screen) {
    Hook.SCREEN.set(screen);
  }

  /**
   * The one mutable static of this library: a cell calls {@code show(..)} with nothing in its hands
   * that leads to the kernel it runs in.
   */
  final class Hook {
    private static final AtomicReference<Screen> SCREEN = new AtomicReference<>();

    private Hook() {}
  }
}
