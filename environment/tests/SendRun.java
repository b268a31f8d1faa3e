import heed.experiment.DataFingerprint;
import heed.experiment.MlflowServer;
import heed.experiment.RunRecord;
import heed.training.optimizer.Epoch;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Sends a run record to the MLflow server at an address; prints the id of the run there. */
public class SendRun {

  public static void main(String[] address) throws Exception {
    RunRecord record =
        new RunRecord(
            "films & co",
            "2026-01-31T12:30:00Z",
            Map.of("model", "SASRec", "settings", Map.of("width", 64, "dropout", 0.2f)),
            new DataFingerprint("log.csv", "ab12", 1, 2, 3, List.of()),
            "leave-one-out",
            7,
            Map.of("heed", "0.1.0"),
            Map.of("device", "CPU, 2 cores"),
            Map.of("NDCG@10", 0.0642, "median rank", Double.NaN),
            List.of(new Epoch(1, 7.5, 0.01, 2), new Epoch(2, 7.25, 0.03, 2)),
            Map.of("train", 4.0, "test", 1.0));
    System.out.println(record.sendTo(new MlflowServer(URI.create(address[0]))));
    System.out.println(record.sendTo(new MlflowServer(URI.create(address[0] + "/"))));
  }
}
