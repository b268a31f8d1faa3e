package heed.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.JupyterInputStream;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.reply.CompleteReply;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.dflib.jjava.jupyter.messages.reply.InspectReply;
import org.dflib.jjava.jupyter.messages.reply.InterruptReply;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;
import org.dflib.jjava.jupyter.messages.request.InterruptRequest;

/** Answers JJava's requests about cells. */
final class JJavaCells {
  private final Session session;
  private int count;

  JJavaCells(Session session) {
    this.session = session;
  }

  /** Answers in the place of whoever answered before. */
  void handle(JupyterConnection connection) {
    connection.setHandler(MessageType.EXECUTE_REQUEST, this::run);
    connection.setHandler(MessageType.COMPLETE_REQUEST, this::complete);
    connection.setHandler(MessageType.INSPECT_REQUEST, this::inspect);
    connection.setHandler(MessageType.INTERRUPT_REQUEST, this::interrupt);
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
    }
  }

  private void complete(ShellReplyEnvironment question, Message<CompleteRequest> message) {
    CompleteRequest request = message.getContent();
    question.setBusyDeferIdle();
    Completion found = session.complete(request.getCode(), request.getCursorPos());
    question.reply(new CompleteReply(found.options(), found.start(), found.end(), Map.of()));
  }

  private void inspect(ShellReplyEnvironment question, Message<InspectRequest> message) {
    InspectRequest request = message.getContent();
    question.setBusyDeferIdle();
    question.reply(
        session
            .inspect(request.getCode(), request.getCursorPos())
            .map(view -> new InspectReply(true, JJavaFrontend.data(view.bundle())))
            .orElse(new InspectReply(false, DisplayData.EMPTY)));
  }

  private void interrupt(ShellReplyEnvironment question, Message<InterruptRequest> message) {
    question.setBusyDeferIdle();
    question.defer().reply(new InterruptReply());
    session.interrupt();
  }
}
