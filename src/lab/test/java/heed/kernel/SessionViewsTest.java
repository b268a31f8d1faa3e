package heed.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import heed.notebook.View;
import heed.notebook.ViewExtension;
import heed.notebook.Views;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionViewsTest {
  private final SessionViews views = new SessionViews();

  record Basket(int items) {}

  @Test
  void what_is_registered_comes_before_all_others() {
    views.register(Basket.class, basket -> View.ofText(basket.items() + " items"));
    assertThat(views.now().of(new Basket(3)).text()).isEqualTo("3 items");
    assertThat(views.now().of(List.of(1)).text()).isEqualTo("[1]");
  }

  @Test
  void the_viewer_that_was_registered_last_shows_it() {
    views.register(Basket.class, basket -> View.ofText("first"));
    views.register(Record.class, any -> View.ofText("any record"));
    assertThat(views.now().of(new Basket(3)).text()).isEqualTo("any record");
    views.register(Basket.class, basket -> View.ofText("second"));
    assertThat(views.now().of(new Basket(3)).text()).isEqualTo("second");
  }

  @Test
  void views_of_jars_that_come_later_leave_what_is_registered() {
    views.register(Basket.class, basket -> View.ofText("mine"));
    views.install(SessionViewsTest.class.getClassLoader());
    assertThat(views.now().of(new Basket(3)).text()).isEqualTo("mine");
  }

  /** What a jar brings. */
  public static final class BasketViews implements ViewExtension {
    @Override
    public Views addTo(Views views) {
      return views.with(Basket.class, basket -> View.ofText("from a jar"));
    }
  }

  @Test
  void a_jar_that_a_cell_adds_brings_its_views(@TempDir Path jar) throws Exception {
    Path services = Files.createDirectories(jar.resolve("META-INF").resolve("services"));
    Files.writeString(services.resolve(ViewExtension.class.getName()), BasketViews.class.getName());
    CellRunner runner = new CellRunner(Duration.ofSeconds(3));
    try (CellShell shell = new CellShell(runner)) {
      assertThat(runner.loader()).isEmpty();
      shell.run(new Cell(1, "int a = 1;"), note -> {});
      shell.shell().addToClasspath(jar.toString());
      views.install(runner.loader().orElseThrow());
    }
    assertThat(views.now().of(new Basket(3)).text()).isEqualTo("from a jar");
  }
}
