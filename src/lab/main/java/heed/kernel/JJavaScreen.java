package heed.kernel;

import heed.notebook.Screen;
import heed.notebook.View;
import heed.notebook.Views;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** A screen on a JJava that runs its own cells. */
record JJavaScreen(BaseKernel kernel, Views views) implements Screen {

  JJavaScreen(BaseKernel kernel) {
    this(kernel, Views.standard());
  }

  /** Draws what cells end in as {@link #views} does. */
  void becomeRenderer() {
    kernel
        .getRenderer()
        .createRegistration(Object.class)
        .preferring("text/plain")
        .register(
            (value, context) -> {
              List<View> parts = views.of(value).parts(); // The result is one output, the last.
              parts.subList(0, parts.size() - 1).forEach(this::show);
              parts.get(parts.size() - 1).bundle().forEach(context.getOutputContainer()::putData);
            });
  }

  @Override
  public void show(View view) {
    kernel.display(JJavaFrontend.data(view.bundle()));
  }

  @Override
  public void show(String id, View view) {
    kernel.display(JJavaFrontend.named(id, view.bundle()));
  }

  @Override
  public void replace(String id, View view) {
    kernel.getIO().display.updateDisplay(JJavaFrontend.named(id, view.bundle()));
  }
}
