package heed.decision;

import static org.assertj.core.api.Assertions.assertThat;

import heed.explain.Reasons;
import heed.explain.Reasons.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleUsersTest {

  @Test
  void an_item_that_was_taken_twice_is_one_reason_and_next_to_nothing_is_none() {
    Reasons reasons =
        new Reasons(
            "occlusion",
            "Mug",
            List.of(
                new Reason("Tray", .4),
                new Reason("Mug", .3),
                new Reason("Mug", .295),
                new Reason("Doormat", .005)));
    assertThat(SampleUsers.Reason.of(reasons))
        .isEqualTo(new SampleUsers.Reason("Mug", "taken before (60%), Tray (40%)"));
  }

  @Test
  void an_item_that_nothing_speaks_for_says_so() {
    assertThat(SampleUsers.Reason.of(new Reasons("occlusion", "Mug", List.of())).because())
        .isEqualTo("nothing that this user did lately: many take it");
    Reasons many =
        new Reasons("occlusion", "Mug", List.of(new Reason("Tray", .06), new Reason("Pen", .05)));
    assertThat(SampleUsers.Reason.of(many).because()).isEqualTo("many events, each a little");
  }
}
