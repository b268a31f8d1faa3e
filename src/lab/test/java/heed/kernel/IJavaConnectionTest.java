package heed.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IJavaConnectionTest {
  @Test
  void the_message_that_announces_the_kernel_names_a_session_as_jupyterlab_demands() {
    assertThat(IJavaConnection.starting().getHeader().getSessionId()).isNotBlank();
  }
}
