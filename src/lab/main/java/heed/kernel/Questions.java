package heed.kernel;

import heed.notebook.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what a kernel is asked beside running cells. */
final class Questions {

  /**
   * What a front end writes into a notebook that it opens. The stored notebooks hold exactly this,
   * so that looking at one does not change it; hence without a version, which would be that of the
   * reader's JDK.
   */
  private static final Map<String, Object> LANGUAGE =
      Map.of(
          "name", "java",
          "codemirror_mode", "text/x-java",
          "file_extension", ".jshell",
          "mimetype", "text/x-java-source",
          "pygments_lexer", "java");

  private final Session session;
  private final Map<String, Object> introduction;

  /**
   * Questions about a session.
   *
   * @param protocol the version of Jupyter's protocol that the kernel's library speaks
   * @param library what it says of itself
   * @param help its links
   */
  Questions(Session session, String protocol, String library, List<?> help) {
    this.session = session;
    String version = ofLibrary();
    this.introduction =
        Map.of(
            "status", "ok",
            "protocol_version", protocol,
            "implementation", "heed",
            "implementation_version", version,
            "language_info", LANGUAGE,
            "banner", "Heed " + version + " :: " + library,
            "help_links", help);
  }

  /** The version of this library, as its jar says it. */
  private static String ofLibrary() {
    return Optional.ofNullable(Questions.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /** Says who the kernel is. */
  void introduce(Request question) {
    question.begin();
    question.reply("kernel_info_reply", introduction);
  }

  /** A console waits for an answer, which the libraries do not give without a history. */
  void rememberNothing(Request question) {
    question.begin();
    question.reply("history_reply", Map.of("status", "ok", "history", List.of()));
  }

  void complete(Request question, String code, int cursor) {
    question.begin();
    Completion found = session.complete(code, cursor);
    question.reply(
        "complete_reply",
        Map.of(
            "status", "ok",
            "matches", found.options(),
            "cursor_start", found.start(),
            "cursor_end", found.end(),
            "metadata", Map.of()));
  }

  void inspect(Request question, String code, int cursor) {
    question.begin();
    Optional<View> found = session.inspect(code, cursor);
    question.reply(
        "inspect_reply",
        Map.of(
            "status", "ok",
            "found", found.isPresent(),
            "data", found.map(View::bundle).orElse(Map.of()),
            "metadata", Map.of()));
  }

  /** Whether a cell could run as it stands. */
  void judge(Request question, String code) {
    question.begin();
    Completeness completeness = session.completeness(code);
    Map<String, Object> reply = new LinkedHashMap<>();
    switch (completeness.state()) {
      case COMPLETE -> reply.put("status", "complete");
      case INVALID -> reply.put("status", "invalid");
      case BEGUN -> {
        reply.put("status", "incomplete");
        reply.put("indent", completeness.indent());
      }
    }
    question.reply("is_complete_reply", reply);
  }

  void interrupt(Request question) {
    question.begin();
    question.reply("interrupt_reply", Map.of("status", "ok"));
    session.interrupt();
  }
}
