package heed.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PollingTest {

  private static final class Channel {
    private final long sleep;

    Channel(long sleep) {
      this.sleep = sleep;
    }
  }

  private static final class Connection {
    private final Channel shell = new Channel(Long.parseLong("50"));
    private final Channel control = new Channel(Long.parseLong("50"));
  }

  @Test
  void a_request_waits_two_milliseconds_at_most() {
    Connection connection = new Connection();
    Polling.often(connection, Connection.class);
    assertThat(connection.shell.sleep).isEqualTo(2);
    assertThat(connection.control.sleep).isEqualTo(2);
  }

  @Test
  void both_kernels_have_the_fields() throws ReflectiveOperationException {
    for (Class<?> connection :
        new Class<?>[] {
          io.github.spencerpark.jupyter.channels.JupyterConnection.class,
          org.dflib.jjava.jupyter.channels.JupyterConnection.class
        }) {
      for (String channel : new String[] {"shell", "control"}) {
        Class<?> type = connection.getDeclaredField(channel).getType();
        assertThat(type.getDeclaredField("sleep").getType()).isEqualTo(long.class);
      }
    }
  }

  @Test
  void another_connection_stays_as_it_is() {
    Polling.often("no connection", String.class);
  }
}
