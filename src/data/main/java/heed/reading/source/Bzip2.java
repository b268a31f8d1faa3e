package heed.reading.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** What bzip2 packed, by an optional library; damages are told as the packings of the JDK do. */
final class Bzip2 extends FilterInputStream {

  private Bzip2(InputStream in) {
    super(in);
  }

  /** Unpacks a stream, of one packed file or of several after each other. */
  static InputStream open(InputStream packed) throws IOException {
    try {
      return new Bzip2(new BZip2CompressorInputStream(packed, true));
    } catch (IOException damaged) {
      throw told(damaged);
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      return super.read(bytes, from, length);
    } catch (IOException damaged) {
      throw told(damaged);
    }
  }

  private static IOException told(IOException damaged) {
    return String.valueOf(damaged.getMessage()).contains("end of stream")
        ? new EOFException(damaged.getMessage())
        : new ZipException(damaged.getMessage());
  }
}
