package heed.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers requests to run a cell. */
final class Cells {
  private final Session session;
  private volatile Optional<Request> running = Optional.empty();
  private int count;

  Cells(Session session) {
    this.session = session;
    Exit.lastWords(this::failAtExit);
  }

  /**
   * Runs the cell and sends, in this order, what it shows, its result or error, and the reply.
   *
   * @param reads whether it may ask the reader to type
   * @param stops whether the cells behind it must not run if it fails
   */
  synchronized void run(Request cell, String code, boolean silent, boolean reads, boolean stops) {
    cell.begin();
    if (!silent) {
      count++;
      cell.publish("execute_input", Map.of("code", code, "execution_count", count));
    }
    System.setIn(cell.input(reads));
    running = Optional.of(cell);
    try {
      session
          .run(count, code, new RequestFrontend(cell))
          .ifPresent(
              bundle ->
                  cell.publish(
                      "execute_result",
                      Map.of("execution_count", count, "data", bundle, "metadata", Map.of())));
      cell.reply(
          "execute_reply",
          Map.of("status", "ok", "execution_count", count, "user_expressions", Map.of()));
    } catch (CellFailure failure) {
      fail(cell, failure);
      if (stops) {
        abortWaiting(cell);
      }
    } finally {
      running = Optional.empty();
    }
  }

  /**
   * A library has ended this JVM: the cell that called it must not wait for ever.
   *
   * @return whether there was such a cell
   */
  private boolean failAtExit() {
    Optional<Request> ended = running;
    ended.ifPresent(
        cell -> {
          String message =
              "this cell called a library that ended the kernel; what cells had defined is gone";
          session.flush();
          fail(
              cell,
              new CellFailure(
                  "KernelEnded", message, List.of(Ansi.red("KernelEnded") + ": " + message)));
          cell.finish();
        });
    return ended.isPresent();
  }

  private void fail(Request cell, CellFailure failure) {
    String message = String.valueOf(failure.getMessage());
    cell.publish(
        "error", Map.of("ename", failure.name(), "evalue", message, "traceback", failure.lines()));
    cell.reply(
        "execute_reply",
        Map.of(
            "status",
            "error",
            "execution_count",
            count,
            "ename",
            failure.name(),
            "evalue",
            message,
            "traceback",
            failure.lines()));
  }

  /**
   * Answers every cell that waits with "aborted", and all else as usual.
   *
   * <p>"Run all" sends every cell at once; when one fails, those behind it must not run.
   */
  private static void abortWaiting(Request failed) {
    List<? extends Request> waiting = failed.takeWaiting();
    failed.finish();
    for (Request request : waiting) {
      if (request.isCell()) {
        request.begin();
        request.reply("execute_reply", Map.of("status", "aborted"));
      } else {
        request.dispatch();
      }
      request.finish();
    }
  }
}
