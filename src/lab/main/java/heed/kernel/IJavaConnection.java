package heed.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.Header;
import io.github.spencerpark.jupyter.messages.KernelTimestamp;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.publish.PublishStatus;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;

/**
 * IJava's connection, whose first message names a session, too.
 *
 * <p>IJava announces that it starts in a message without one, because nobody has asked yet.
 * JupyterLab writes an error into the browser's console if it hears that message, which it does
 * when the machine is slow.
 */
final class IJavaConnection extends JupyterConnection {
  private final KernelConnectionProperties properties;

  IJavaConnection(KernelConnectionProperties properties) throws GeneralSecurityException {
    super(properties);
    this.properties = properties;
  }

  @Override
  public void connect() {
    List.of(heartbeat, shell, control, stdin, iopub).forEach(socket -> socket.bind(properties));
    iopub.sendMessage(starting());
  }

  static Message<PublishStatus> starting() {
    MessageType<PublishStatus> type = PublishStatus.MESSAGE_TYPE;
    String id = UUID.randomUUID().toString();
    return new Message<>(
        new Header<>(
            id, Header.KERNEL_USERNAME, id, KernelTimestamp.now(), type, Header.PROTOCOL_VERISON),
        PublishStatus.STARTING);
  }
}
