package heed.kernel;

import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Whether a cell could run as it stands.
 *
 * @param state complete, begun, or not Java
 * @param indent what the next line of a begun cell starts with
 */
record Completeness(State state, String indent) {
  /** The three answers. */
  enum State {
    COMPLETE,
    BEGUN,
    INVALID
  }

  static Completeness of(SourceCodeAnalysis analysis, String code) {
    String rest = code;
    while (true) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      Optional<State> state = state(info);
      if (state.isPresent()) {
        return new Completeness(state.get(), state.get() == State.BEGUN ? indent(rest) : "");
      }
      rest = info.remaining();
    }
  }

  /** The answer for the whole cell, if this is its last statement. */
  private static Optional<State> state(CompletionInfo info) {
    return switch (info.completeness()) {
      case EMPTY -> Optional.of(State.COMPLETE);
      case UNKNOWN -> Optional.of(State.INVALID);
      case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> Optional.of(State.BEGUN);
      case COMPLETE, COMPLETE_WITH_SEMI -> Optional.empty();
    };
  }

  private static String indent(String code) {
    String last = code.stripTrailing();
    last = last.substring(last.lastIndexOf('\n') + 1);
    String own = last.substring(0, last.length() - last.stripLeading().length());
    return last.endsWith("{") || last.endsWith("(") ? own + "  " : own;
  }
}
