package heed.script;

import java.util.List;

/**
 * A function in the text that PyTorch writes its own scripts in: one operation a line, operators as
 * {@code torch.softmax(x, 1)}, methods as functions ({@code torch.t(x)}), dtypes as numbers (6 is
 * float32), a {@code return} at the end.
 *
 * <pre>{@code
 * new ScriptFunction("Spectrum", List.of("x"), "return torch.fft_rfft(x, None, 1, None)")
 * }</pre>
 *
 * @param name a name of letters
 * @param arguments the names of the arrays that it takes
 * @param body the lines, without indentation
 */
public record ScriptFunction(String name, List<String> arguments, String body) {

  public ScriptFunction {
    arguments = List.copyOf(arguments);
    if (!name.matches("[A-Za-z]+")) {
      throw new IllegalArgumentException(
          "a script is named by letters, found '" + name + "'; choose such as 'Spectrum'");
    }
  }
}
