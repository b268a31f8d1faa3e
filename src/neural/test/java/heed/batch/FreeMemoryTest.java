package heed.batch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeMemoryTest {

  @TempDir private Path root;

  @BeforeEach
  void the_machine_has_a_thousand_kilobytes() throws IOException {
    write("proc/meminfo", "MemTotal: 9000 kB\nMemFree: 5 kB\nMemAvailable:    1000 kB\n");
  }

  @Test
  void without_a_limit_it_is_what_the_system_could_give() throws IOException {
    assertThat(FreeMemory.onLinux(root)).hasValue(1_024_000);
    write("sys/fs/cgroup/memory.max", "max\n");
    write("sys/fs/cgroup/memory.current", "400000\n");
    assertThat(FreeMemory.onLinux(root)).hasValue(1_024_000);
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    write("sys/fs/cgroup/memory/memory.usage_in_bytes", "400000\n");
    assertThat(FreeMemory.onLinux(root)).hasValue(1_024_000);
  }

  @Test
  void a_containers_limit_counts_less_what_it_uses_but_for_files_it_could_drop()
      throws IOException {
    write("sys/fs/cgroup/memory.max", "500000\n");
    write("sys/fs/cgroup/memory.current", "400000\n");
    assertThat(FreeMemory.onLinux(root)).hasValue(100_000);
    write("sys/fs/cgroup/memory.stat", "anon 1\ninactive_file 50000\nactive_file 7\n");
    assertThat(FreeMemory.onLinux(root)).hasValue(150_000);
  }

  @Test
  void the_older_kind_of_container_counts_too() throws IOException {
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "500000\n");
    write("sys/fs/cgroup/memory/memory.usage_in_bytes", "600000\n");
    assertThat(FreeMemory.onLinux(root)).hasValue(0);
  }

  @Test
  void elsewhere_nothing_is_known_from_files_and_this_machine_has_some() {
    assertThat(FreeMemory.onLinux(root.resolve("other"))).isEmpty();
    assertThat(FreeMemory.of(Device.cpu())).isBetween(1L << 24, 1L << 50);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
