package heed.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.baseline.Popularity;
import heed.bundle.Bundle;
import heed.sequence.Catalogue;
import heed.sequence.Sequences;
import heed.serve.Model;
import heed.serve.NextItem;
import heed.serve.http.RunningService.Got;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service that stops or changes its model while it is asked. */
@Timeout(60)
class ChangingServiceTest {

  @TempDir private Path folder;

  @Test
  void a_stop_waits_for_what_has_begun_and_refuses_what_is_new() throws Exception {
    NextItem slow = NextItem.recommender();
    RunningService running = new RunningService(Model.of(slow), HttpOptions.defaults());
    slow.shut();
    CompletableFuture<Got> begun =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return running.post("/recommend", "{\"history\":[\"001\"],\"k\":1}");
              } catch (Exception failed) {
                throw new IllegalStateException(failed);
              }
            });
    slow.awaitAsked();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(running::close);
    Thread.sleep(100); // A stop that begins later finds nothing to wait for, and is as right.
    slow.open();
    assertThat(begun.join().ids()).containsExactly("002");
    stopped.join();
    assertThatThrownBy(() -> running.get("/health")).isInstanceOf(IOException.class);
  }

  private Path bundle(String name, String... items) throws IOException {
    Catalogue catalogue = Catalogue.of(List.of("a", "b", "c"), Map.of());
    Sequences log = Sequences.of(catalogue, List.of("ann"), List.of(catalogue.history(items)));
    Path file = folder.resolve(name);
    Bundle.save(file, Popularity.ever(log));
    return file;
  }

  @Test
  void a_swap_under_load_loses_no_request_and_a_bad_bundle_changes_nothing() throws Exception {
    Path first = bundle("first.heed", "a", "a", "b");
    bundle("second.heed", "c", "c", "b");
    Files.writeString(folder.resolve("broken.heed"), "no bundle");
    try (Bundles bundles = new Bundles(first, model -> model);
        RunningService running =
            new RunningService(bundles.first(), HttpOptions.defaults(), Optional.of(bundles))) {
      AtomicBoolean stop = new AtomicBoolean();
      List<CompletableFuture<Integer>> callers =
          IntStream.range(0, 4)
              .mapToObj(caller -> CompletableFuture.supplyAsync(() -> asking(running, stop)))
              .toList();
      String before = running.service.model().version();
      for (int i = 0; i < 3; i++) {
        assertThat(running.post("/model", "{\"bundle\":\"second.heed\"}").status()).isEqualTo(200);
        assertThat(best(running)).isEqualTo("c");
        assertThat(running.post("/model", "{\"bundle\":\"broken.heed\"}").status()).isEqualTo(400);
        assertThat(running.post("/model", "{\"bundle\":\"../x.heed\"}").status()).isEqualTo(400);
        assertThat(best(running)).isEqualTo("c");
        assertThat(running.post("/model/rollback", "{}").json().get("version").getAsString())
            .isEqualTo(before);
        assertThat(best(running)).isEqualTo("a");
      }
      stop.set(true);
      assertThat(callers).allMatch(asked -> asked.join() > 0);
    }
  }

  private static String best(RunningService running) throws Exception {
    return running.post("/recommend", "{\"history\":[],\"k\":1}").ids().get(0);
  }

  /** Asks until it is told to stop; fails at the first answer that is none. */
  private static int asking(RunningService running, AtomicBoolean stop) {
    int asked = 0;
    try {
      for (; !stop.get(); asked++) {
        assertThat(best(running)).isIn("a", "c");
      }
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
    return asked;
  }
}
