package heed.model.interest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.batch.Garbage;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class SparseRowsTest {

  private static final float[] VECTORS = {1, 10, 2, 20, 3, 30}; // (3, 2)

  @Test
  void a_bag_times_vectors_is_their_weighted_sum_and_an_empty_one_is_nought() {
    try (NDManager manager = NDManager.newBaseManager()) {
      SparseRows bags = new SparseRows(3);
      bags.add(new int[] {}, new float[] {});
      bags.add(new int[] {0, 2}, new float[] {0.5f, 2});
      bags.add(new int[] {1}, new float[] {1});
      NDArray sums = bags.on(manager).matMul(manager.create(VECTORS, new Shape(3, 2)));
      assertThat(sums.toFloatArray()).containsExactly(0, 0, 6.5f, 65, 2, 20);
    }
  }

  @Test
  void no_bag_at_all_is_a_matrix_of_noughts() {
    try (NDManager manager = NDManager.newBaseManager()) {
      SparseRows bags = new SparseRows(3);
      bags.add(new int[] {}, new float[] {});
      NDArray sums = bags.on(manager).matMul(manager.create(VECTORS, new Shape(3, 2)));
      assertThat(sums.toFloatArray()).containsExactly(0, 0);
    }
  }

  @Test
  void a_matrix_does_not_depend_on_when_garbage_is_collected() {
    try (NDManager manager = NDManager.newBaseManager()) {
      int rows = 10_000;
      SparseRows bags = new SparseRows(3);
      for (int row = 0; row < rows; row++) {
        bags.add(new int[] {row % 3}, new float[] {1});
      }
      NDArray sparse = bags.on(manager);
      Garbage.collect();
      for (int i = 0; i < 100; i++) {
        ByteBuffer disturbing = ByteBuffer.allocateDirect(16 * rows);
        while (disturbing.hasRemaining()) {
          disturbing.putLong(1);
        }
      }
      NDArray sums = sparse.matMul(manager.create(VECTORS, new Shape(3, 2)));
      assertThat(sums.get("3:6").toFloatArray()).containsExactly(VECTORS);
      assertThat(sums.sum().getFloat()).isEqualTo(3_334 * 11 + 3_333 * (22 + 33));
    }
  }
}
