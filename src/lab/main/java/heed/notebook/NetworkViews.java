package heed.notebook;

import heed.layer.Parameters;
import heed.model.Network;
import heed.model.click.ClickNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How a network looks in a cell: its arrays of parameters in the order in which they were made. */
final class NetworkViews {

  private NetworkViews() {}

  static View network(Network network) {
    return parameters(network.config().toString(), network.parameters());
  }

  static View clicks(ClickNetwork network) {
    return parameters(network.config().toString(), network.parameters());
  }

  private static View parameters(String caption, Parameters parameters) {
    List<List<String>> rows = new ArrayList<>();
    parameters
        .shapes()
        .forEach(
            (name, shape) ->
                rows.add(
                    List.of(
                        name,
                        Arrays.stream(shape)
                            .mapToObj(Long::toString)
                            .collect(Collectors.joining(" x ")),
                        count(Arrays.stream(shape).reduce(1, (size, next) -> size * next)))));
    rows.add(List.of("all", "", count(parameters.count())));
    return ResultViews.grid(caption, List.of("array", "shape", "parameters"), 1, rows);
  }

  private static String count(long number) {
    return ResultViews.whole((double) number);
  }
}
