package heed.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.contract.attention.LeftArrays;
import heed.contract.model.EncodingContract;
import heed.layer.Parameters;
import heed.layer.References;
import heed.model.ModelConfig;
import heed.model.sequential.SasrecConfig;
import org.junit.jupiter.api.Test;

/** A contract that fails says what to do about it. */
class ContractMessagesTest {

  /** Attention over events that are not told where they stand, held to a contract that asks it. */
  private static final EncodingContract BLIND =
      new EncodingContract() {
        @Override
        public ModelConfig config(int items, double dropout) {
          return SasrecConfig.defaults()
              .withWidth(8)
              .withLayers(1)
              .withHeads(1)
              .withMaxLength(LENGTH)
              .withDropout(dropout)
              .withPositions();
        }
      };

  @Test
  void a_network_that_is_blind_to_order_is_told_what_to_override() {
    assertThatThrownBy(BLIND::the_order_of_a_history_matters_where_it_is_read)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("override seesOrder()", "return false", "add positions");
  }

  @Test
  void an_array_that_is_left_is_told_by_its_shape_and_what_it_was_made_of() {
    try (NDManager manager = NDManager.newBaseManager();
        Parameters parameters = new Parameters(manager, 1)) {
      NDArray gate = parameters.xavier("gate", 2, 3);
      parameters.constant("bias", 0, new Shape(5));
      assertThatCode(() -> LeftArrays.assertNone(parameters.arrays())).doesNotThrowAnyException();
      NDArray left = gate.transpose();
      assertThatThrownBy(() -> LeftArrays.assertNone(parameters.arrays()))
          .isInstanceOf(AssertionError.class)
          .hasMessageContainingAll(
              "left in the memory of the parameters: 1,",
              "shape (3, 2)",
              "gate.transpose()",
              "x.mul(weight)");
      left.close();
    }
  }

  @Test
  void reference_values_that_are_missing_are_told_with_what_writes_them() {
    assertThatThrownBy(
            () ->
                References.open(
                    "/heed/model/gated-mean-reference.safetensors", "gatedmean_reference.py"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("gated-mean", "python src/reference/gatedmean_reference.py");
  }
}
