package heed.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A minute of what {@code src/bench/trust} does for as long as it is told. */
class LogFuzzTest {

  private static final int INPUTS = Integer.getInteger("heed.fuzz.each", 40);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void a_log_of_every_form_however_mangled_is_read_or_refused_in_words(MangledForm form)
      throws Exception {
    int[] left = {INPUTS};
    LogFuzz.Tally tally = LogFuzz.run(form, 0, () -> left[0]-- > 0, folder);
    assertThat(tally.findings()).as("%s", tally).isEmpty();
    assertThat(tally.read()).as("%s", tally).isPositive();
    assertThat(tally.read() + tally.refused()).isEqualTo(INPUTS);
  }

  @Test
  void the_same_seed_gives_the_same_bytes() throws Exception {
    for (MangledForm form : MangledForm.values()) {
      byte[] first = form.mangled(7);
      byte[] again = form.mangled(7);
      assertThat(again).isEqualTo(first);
      assertThat(form.mangled(8)).isNotEqualTo(first);
    }
  }
}
