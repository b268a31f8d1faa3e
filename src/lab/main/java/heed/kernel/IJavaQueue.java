package heed.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The requests that wait while a cell runs.
 *
 * <p>"Run all" sends every cell at once; when one fails, those behind it must not run.
 */
record IJavaQueue(JupyterConnection connection) {
  private static final int READABLE = 1;

  /**
   * Takes the requests that wait now. What comes later is not meant: whoever has read that a cell
   * failed, or was aborted, may send another one at once.
   */
  List<Message<?>> takeWaiting(ShellChannel shell) {
    List<Message<?>> waiting = new ArrayList<>();
    while ((shell.getEvents() & READABLE) != 0) {
      waiting.add(shell.readMessage());
    }
    return waiting;
  }

  /** Answers every cell among these with "aborted", and all else as usual. */
  @SuppressWarnings({"rawtypes", "unchecked"}) // the handler of a type takes that type's message
  void abortCells(ShellChannel shell, List<Message<?>> waiting) {
    for (Message message : waiting) {
      ShellReplyEnvironment question = connection.prepareReplyEnv(shell, message);
      MessageType type = message.getHeader().getType();
      ShellHandler handler = connection.getHandler(type);
      if (type.equals(MessageType.EXECUTE_REQUEST)) {
        question.setBusyDeferIdle();
        question.reply(
            new Message(message, MessageType.EXECUTE_REPLY, Map.of("status", "aborted")));
      } else if (handler != null) {
        handler.handle(question, message);
      }
      question.resolveDeferrals();
    }
  }
}
