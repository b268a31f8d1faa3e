import heed.baseline.Popularity;
import heed.bundle.Bundle;
import heed.sequence.Catalogue;
import heed.sequence.Sequences;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Saves what is popular with one user: the file, and the ids that she met. */
class SaveBundle {

  public static void main(String[] arguments) throws Exception {
    Catalogue catalogue = Catalogue.of(List.of("a", "b", "c"), Map.of());
    String[] met = arguments[1].split(",");
    Sequences log = Sequences.of(catalogue, List.of("ann"), List.of(catalogue.history(met)));
    Bundle.save(Path.of(arguments[0]), Popularity.ever(log));
  }
}
