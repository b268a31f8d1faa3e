package heed.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.JupyterInputStream;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/** Answers JJava's requests to run a cell. */
final class JJavaCells {
  private final Session session;
  private final JJavaQueue queue;
  private int count;

  JJavaCells(Session session, JJavaQueue queue) {
    this.session = session;
    this.queue = queue;
  }

  /** Answers in the place of whoever answered before. */
  void handle(JupyterConnection connection) {
    connection.setHandler(MessageType.EXECUTE_REQUEST, this::run);
  }

  /** Runs the cell and sends, in this order, what it shows, its result or error, and the reply. */
  private synchronized void run(ShellReplyEnvironment cell, Message<ExecuteRequest> message) {
    ExecuteRequest request = message.getContent();
    cell.setBusyDeferIdle();
    if (!request.isSilent()) {
      count++;
      cell.publish(new PublishExecuteInput(request.getCode(), count));
    }
    System.setIn(new JupyterInputStream(UTF_8, cell, request.isStdinEnabled()));
    try {
      session
          .run(count, request.getCode(), new JJavaFrontend(cell))
          .map(JJavaFrontend::data)
          .ifPresent(result -> cell.publish(new PublishExecuteResult(count, result)));
      cell.defer().reply(new ExecuteReply(count, Map.of()));
    } catch (CellFailure failure) {
      cell.publish(new PublishError(failure.name(), failure.getMessage(), failure.lines()));
      ErrorReply reply = new ErrorReply(failure.name(), failure.getMessage(), failure.lines());
      reply.setExecutionCount(count);
      cell.defer().replyError(ExecuteReply.MESSAGE_TYPE.error(), reply);
      if (request.shouldStopOnError()) {
        ShellChannel shell = (ShellChannel) cell.getShell();
        List<Message<?>> waiting = queue.takeWaiting(shell);
        cell.resolveDeferrals();
        queue.abortCells(shell, waiting);
      }
    }
  }
}
