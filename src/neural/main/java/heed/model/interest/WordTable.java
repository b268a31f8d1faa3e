package heed.model.interest;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.core.Linear;
import heed.features.ItemWords;
import heed.features.WordVectors;
import heed.layer.Parameters;
import heed.model.EmbeddingTable;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A vector per word, learnt from scratch or from pretrained ones on.
 *
 * @param table (V, D), or as wide as the pretrained vectors
 * @param map from their width to D, if they are pretrained: (D, width)
 */
record WordTable(EmbeddingTable table, Optional<NDArray> map) {

  static WordTable create(
      Parameters parameters,
      String name,
      ItemWords words,
      Optional<WordVectors> pretrained,
      int width) {
    int from = pretrained.map(WordVectors::width).orElse(width);
    int count = words.words().size();
    EmbeddingTable table = EmbeddingTable.create(parameters, name, count, from);
    pretrained.ifPresent(
        vectors ->
            table.vectors().set(start(parameters.values().get(name), words.words(), vectors)));
    return new WordTable(
        table, pretrained.map(vectors -> parameters.xavier(name + ".map", width, from)));
  }

  /** Words that have a pretrained vector start from it, the others from chance. */
  private static FloatBuffer start(
      float[] values, List<ItemWords.Word> words, WordVectors pretrained) {
    for (int word = 0; word < words.size(); word++) {
      int row = word * pretrained.width();
      pretrained
          .vector(words.get(word).text().toLowerCase(Locale.ROOT))
          .ifPresent(vector -> System.arraycopy(vector, 0, values, row, vector.length));
    }
    return FloatBuffer.wrap(values);
  }

  /** All vectors, in the step's memory: (V, D). */
  NDArray in(NDManager step) {
    int count = Math.toIntExact(table.vectors().getShape().get(0));
    NDArray vectors = table.lookUp(step.arange(count)); // (V, width)
    return map.map(weight -> Linear.linear(vectors, weight).singletonOrThrow())
        .orElse(vectors); // (V, D)
  }
}
