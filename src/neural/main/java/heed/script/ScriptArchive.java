package heed.script;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript file in memory: a module without parameters, whose only method is a text.
 *
 * <p>The format is a zip of stored entries below one folder: the module's fields as a pickle of
 * protocol 2, its code, its constants (none), and the format's version.
 *
 * @param function what PyTorch runs
 */
record ScriptArchive(ScriptFunction function) {

  private static final String FOLDER = "script/";

  /** An empty tuple: protocol 2, EMPTY_TUPLE, STOP. */
  private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

  InputStream open() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      put(zip, "data.pkl", fields());
      put(zip, "code/__torch__.py", code().getBytes(StandardCharsets.UTF_8));
      put(zip, "constants.pkl", NO_CONSTANTS);
      put(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException impossible) {
      throw new UncheckedIOException("could not write to memory", impossible);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  /** A new object of the class with the field {@code training: true}, as pickle has it. */
  private byte[] fields() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(bytes, "\u0080\u0002"); // Protocol 2.
    write(bytes, "c__torch__\n" + function.name() + "\n)\u0081"); // GLOBAL, no arguments, NEWOBJ.
    write(bytes, "}X\u0008\u0000\u0000\u0000training\u0088s"); // A dict of one entry.
    write(bytes, "b."); // BUILD, STOP.
    return bytes.toByteArray();
  }

  private static void write(ByteArrayOutputStream bytes, String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private String code() {
    StringBuilder code = new StringBuilder();
    code.append("class ").append(function.name()).append("(Module):\n");
    code.append("  __parameters__ = []\n  __buffers__ = []\n  training : bool\n");
    code.append("  def forward(self: __torch__.").append(function.name());
    function
        .arguments()
        .forEach(argument -> code.append(",\n    ").append(argument).append(": Tensor"));
    code.append(") -> Tensor:\n");
    function.body().lines().forEach(line -> code.append("    ").append(line).append('\n'));
    return code.toString();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(FOLDER + name);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
