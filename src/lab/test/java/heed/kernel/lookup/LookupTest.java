package heed.kernel.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupTest {

  @Test
  void a_class_of_the_jdk_comes_before_one_of_the_same_name_elsewhere() {
    assertThat(ClassIndex.ofThisJvm().named("Map")).first().isEqualTo("java.util.Map");
    assertThat(ClassIndex.ofThisJvm().named("Notebook")).contains("heed.notebook.Notebook");
    assertThat(ClassIndex.ofThisJvm().named("NoSuchClass")).isEmpty();
  }

  @Test
  void a_class_that_cells_could_not_use_is_not_named() {
    assertThat(new ClassIndex(List.of()).named("AbstractStringBuilder")).isEmpty();
    assertThat(new ClassIndex(List.of()).named("Unsafe")).isEmpty();
  }

  @Test
  void a_jar_added_later_is_known(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("late.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("some/where/LateClass.class"));
      zip.putNextEntry(new ZipEntry("some/where/LateClass$Inner.class"));
    }
    ClassIndex index = new ClassIndex(List.of());
    assertThat(index.named("LateClass")).isEmpty();
    index.add(jar);
    assertThat(index.startingWith("LateCl", 5)).containsExactly("some.where.LateClass");
  }

  @Test
  void files_are_listed_as_they_were_begun(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Files.createFile(folder.resolve("data/one.csv"));
    Files.createFile(folder.resolve("date.txt"));
    Files.createFile(folder.resolve(".dark"));
    assertThat(FileNames.startingWith(folder, "dat")).containsExactly("data/", "date.txt");
    assertThat(FileNames.startingWith(folder, "data/")).containsExactly("data/one.csv");
    assertThat(FileNames.startingWith(folder, ".")).containsExactly(".dark");
    assertThat(FileNames.startingWith(folder, "no/such/")).isEmpty();
    assertThat(FileNames.startingWith(folder, "\0")).isEmpty();
  }

  @Test
  void a_cursor_in_a_string_is_told_from_one_that_is_not() {
    assertThat(begun("Path.of(\"da")).contains("da");
    assertThat(begun("f(\"a\\\"b")).contains("a\\\"b");
    assertThat(begun("f(\"")).contains("");
    assertThat(begun("f(\"a\")")).isEmpty();
    assertThat(begun("f(\"a\"")).isEmpty();
    assertThat(begun("// \"a")).isEmpty();
    assertThat(begun("/* \"a")).isEmpty();
    assertThat(begun("char c = '\"'; a")).isEmpty();
    assertThat(begun("\"\"\"\n a \" b")).isEmpty();
    assertThat(begun("")).isEmpty();
  }

  @Test
  void the_cells_of_the_notebook_are_those_of_the_file_that_the_server_names(@TempDir Path folder)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.ipynb"),
            "{\"cells\":[{\"cell_type\":\"markdown\",\"source\":\"no\"},"
                + "{\"cell_type\":\"code\",\"source\":[\"int a = 1;\\n\",\"int b = 2;\"]}]}");
    assertThat(cells(file.toString())).containsExactly("int a = 1;\nint b = 2;");
    assertThat(cells(folder.resolve("none.ipynb").toString())).isEmpty();
    assertThat(cells("")).isEmpty();
    Files.writeString(file, "{half of");
    assertThat(cells(file.toString())).isEmpty();
  }

  private static Optional<String> begun(String code) {
    return StringLiteral.begunAt(code, code.length());
  }

  private static List<String> cells(String session) {
    return NotebookCells.of(Map.of("JPY_SESSION_NAME", session));
  }
}
