package heed.decision;

import heed.log.Interactions;
import heed.preparation.DuplicateKey;
import heed.preparation.Steps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as the command writes it, in half a minute, without plotly.js.
 *
 * @param options of the command
 * @param log that it is about
 * @param pages as they were after each section
 * @param terminal what it printed
 */
record WrittenReport(ReportOptions options, ReportLog log, List<String> pages, String terminal) {

  static WrittenReport of(Path csv) throws IOException {
    Interactions raw = Interactions.read(csv);
    ReportLog log =
        new ReportLog(
            csv,
            raw,
            ReportLog.cleaned(raw, List.of(Steps.keepFirst(DuplicateKey.USER_ITEM_AND_TIME))));
    ReportOptions options =
        ReportOptions.of("--minutes", "0.5", "--to", csv.resolveSibling("report").toString());
    List<String> pages = new ArrayList<>();
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    new DecisionReport(
            options,
            log,
            document -> pages.add(document.page("/* plotly */")),
            new PrintStream(terminal, true, StandardCharsets.UTF_8))
        .write();
    return new WrittenReport(options, log, pages, terminal.toString(StandardCharsets.UTF_8));
  }

  /** As it was in the end. */
  String page() {
    return pages.get(pages.size() - 1);
  }
}
