package heed.kernel;

import heed.notebook.Screen;
import heed.notebook.View;
import heed.notebook.Viewer;
import heed.notebook.Views;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** A screen on a JJava that runs its own cells. */
final class JJavaScreen implements Screen {
  private final BaseKernel kernel;
  private final SessionViews views = new SessionViews();

  JJavaScreen(BaseKernel kernel) {
    this.kernel = kernel;
  }

  /** Draws what cells end in as {@link #views} does. */
  void becomeRenderer() {
    kernel
        .getRenderer()
        .createRegistration(Object.class)
        .preferring("text/plain")
        .register(
            (value, context) -> {
              List<View> parts =
                  views.now().of(value).parts(); // The result is one output, the last.
              parts.subList(0, parts.size() - 1).forEach(this::show);
              parts.get(parts.size() - 1).bundle().forEach(context.getOutputContainer()::putData);
            });
  }

  @Override
  public void show(View view) {
    kernel.display(data(view.bundle()));
  }

  @Override
  public void show(String id, View view) {
    kernel.display(named(id, view.bundle()));
  }

  @Override
  public void replace(String id, View view) {
    kernel.getIO().display.updateDisplay(named(id, view.bundle()));
  }

  @Override
  public Views views() {
    return views.now();
  }

  @Override
  public <T> void register(Class<T> type, Viewer<? super T> viewer) {
    views.register(type, viewer);
  }

  /** A bundle in JJava's own type. */
  private static DisplayData data(Map<String, Object> bundle) {
    DisplayData data = new DisplayData();
    bundle.forEach(data::putData);
    return data;
  }

  private static DisplayData named(String id, Map<String, Object> bundle) {
    DisplayData data = data(bundle);
    data.putTransientData("display_id", id);
    return data;
  }
}
