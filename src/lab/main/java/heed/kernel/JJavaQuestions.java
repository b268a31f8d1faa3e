package heed.kernel;

import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.CompleteReply;
import org.dflib.jjava.jupyter.messages.reply.HistoryReply;
import org.dflib.jjava.jupyter.messages.reply.InspectReply;
import org.dflib.jjava.jupyter.messages.reply.InterruptReply;
import org.dflib.jjava.jupyter.messages.reply.IsCompleteReply;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;
import org.dflib.jjava.jupyter.messages.request.InterruptRequest;
import org.dflib.jjava.jupyter.messages.request.IsCompleteRequest;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;

/** Answers what JJava is asked beside running cells. */
final class JJavaQuestions {
  private final Session session;
  private final BaseKernel kernel;

  JJavaQuestions(Session session, BaseKernel kernel) {
    this.session = session;
    this.kernel = kernel;
  }

  /** Answers in the place of whoever answered before. */
  void handle(JupyterConnection connection) {
    connection.setHandler(MessageType.KERNEL_INFO_REQUEST, this::introduce);
    connection.setHandler(MessageType.COMPLETE_REQUEST, this::complete);
    connection.setHandler(MessageType.INSPECT_REQUEST, this::inspect);
    connection.setHandler(MessageType.IS_COMPLETE_REQUEST, this::judge);
    connection.setHandler(MessageType.HISTORY_REQUEST, JJavaQuestions::rememberNothing);
    connection.setHandler(MessageType.INTERRUPT_REQUEST, this::interrupt);
  }

  private void introduce(ShellReplyEnvironment question, Message<KernelInfoRequest> request) {
    question.setBusyDeferIdle();
    question.reply(new JJavaAbout(kernel));
  }

  /** A console waits for an answer, which JJava without a history does not give. */
  private static void rememberNothing(
      ShellReplyEnvironment question, Message<HistoryRequest> request) {
    question.setBusyDeferIdle();
    question.reply(new HistoryReply(List.of()));
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

  private void judge(ShellReplyEnvironment question, Message<IsCompleteRequest> message) {
    question.setBusyDeferIdle();
    Completeness completeness = session.completeness(message.getContent().getCode());
    question.reply(
        switch (completeness.state()) {
          case COMPLETE -> IsCompleteReply.VALID_CODE;
          case INVALID -> IsCompleteReply.INVALID_CODE;
          case BEGUN -> IsCompleteReply.getIncompleteReplyWithIndent(completeness.indent());
        });
  }

  private void interrupt(ShellReplyEnvironment question, Message<InterruptRequest> message) {
    question.setBusyDeferIdle();
    question.defer().reply(new InterruptReply());
    session.interrupt();
  }
}
