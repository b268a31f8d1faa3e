package heed;

import ai.djl.ndarray.NDManager;
import heed.bundle.Bundle;
import heed.chart.CurvesChart;
import heed.chart.LogChart;
import heed.evaluation.Evaluation;
import heed.log.Interactions;
import heed.model.sequential.SasrecConfig;
import heed.notebook.View;
import heed.notebook.Views;
import heed.report.LogReport;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.serve.Request;
import heed.serve.Service;
import heed.serve.http.Serve;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Most of what Heed does, once, in a process of its own that {@link QuietTest} listens to. */
public final class QuietRun {

  private QuietRun() {}

  /**
   * Reads, reports, trains, evaluates, draws, shows, saves and serves; then asks for a page, so
   * that the listener is known to hear.
   *
   * @param arguments a folder, and whether DJL is started before anything of Heed is
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    if (arguments[1].equals("DJL first")) {
      NDManager.newBaseManager().close();
    }
    Interactions log = Interactions.read(log(folder));
    LogReport report = LogReport.of(log);
    LogChart.overview(report).save(folder.resolve("overview.json"));
    Split.Parts split = Split.leaveOneOut().of(Sequences.of(log, 1));
    try (TrainingRun run =
        Training.of(SasrecConfig.defaults().withWidth(8).withMaxLength(5))
            .withEpochs(2)
            .fit(split.train(), unused -> 0, ProgressListener.SILENT)) {
      View shown = Views.standard().of(Evaluation.of(split.test()).compare(run.recommender()));
      Files.writeString(folder.resolve("shown.html"), shown.toString());
      CurvesChart.of(Map.of("run", run.curve())).save(folder.resolve("curves.json"));
      Bundle.save(folder.resolve("tiny.heed"), run.recommender());
    }
    serve(folder.resolve("tiny.heed"), log.items().get(0));
    ask(URI.create("http://control.invalid/"));
    System.out.println("asked");
    System.exit(0); // The service would go on.
  }

  private static Path log(Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("user,item,rating,timestamp\n");
    for (int row = 0; row < 400; row++) {
      rows.append(
          String.format(
              Locale.ROOT,
              "u%d,i%d,%d,%d%n",
              row % 20,
              row * 7 % 31,
              1 + row % 5,
              1_600_000_000L + 3_600L * row));
    }
    return Files.writeString(folder.resolve("log.csv"), rows);
  }

  /** In process, and over HTTP until it listens. */
  private static void serve(Path bundle, String item) throws IOException, InterruptedException {
    try (Bundle loaded = Bundle.load(bundle);
        Service service = Service.of(loaded)) {
      service.recommend(List.of(Request.of(item).withK(3), Request.ofUser("nobody")));
    }
    int port = freePort();
    Thread http =
        new Thread(
            () -> Serve.main(new String[] {bundle.toString(), "--port", Integer.toString(port)}));
    http.setDaemon(true);
    http.start();
    while (!listens(port)) {
      Thread.sleep(50);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Through the proxy of the process, as DJL asks. */
  private static void ask(URI address) {
    try {
      address.toURL().openStream().close();
    } catch (IOException refused) {
      System.out.println(refused.getMessage());
    }
  }
}
