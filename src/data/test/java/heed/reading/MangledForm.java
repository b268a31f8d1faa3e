package heed.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Forms of a log, each mangled by a seed: its text, its bytes, or both. */
public enum MangledForm {
  CSV("user,item,value,time\n", ",", "log.csv"),
  TSV("user\titem\tvalue\ttime\n", "\t", "log.tsv"),
  DOUBLE_COLON("", "::", "log.dat"),
  JSON_LINES("", "", "log.jsonl") {
    @Override
    String row(String... fields) {
      return String.format(
          Locale.ROOT,
          "{\"user\":\"%s\",\"item\":\"%s\",\"value\":%s,\"time\":%s}%n",
          (Object[]) fields);
    }
  },
  PARQUET("", "", "log.parquet") {
    @Override
    byte[] written(String text) {
      return parquet();
    }
  },
  GZIP("user,item,value,time\n", ",", "log.csv.gz") {
    @Override
    byte[] written(String text) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream packed = new GZIPOutputStream(bytes)) {
        packed.write(super.written(text));
      }
      return bytes.toByteArray();
    }
  },
  ZIP("user,item,value,time\n", ",", "log.zip") {
    @Override
    byte[] written(String text) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream packed = new ZipOutputStream(bytes)) {
        packed.putNextEntry(new ZipEntry("log.csv"));
        packed.write(super.written(text));
        packed.closeEntry();
      }
      return bytes.toByteArray();
    }
  },
  UTF_16("user,item,value,time\n", ",", "utf16.csv") {
    @Override
    Charset charset() {
      return StandardCharsets.UTF_16;
    }
  };

  private static final String INTERESTING = "\",;\t|:\n\r\\{}[]'0-9.e\0\u00ff#% \u2028";

  /** Enough for what grows with the square of a line's length to be felt. */
  private static final int LONGEST_REPEAT = 45_000;

  private final String header;
  private final String separator;
  private final String fileName;

  MangledForm(String header, String separator, String fileName) {
    this.header = header;
    this.separator = separator;
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  /** The same bytes for the same seed. */
  byte[] mangled(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder(header);
    for (int row = random.nextInt(1, 40); row > 0; row--) {
      text.append(
          row(
              "u" + random.nextInt(9),
              "i" + random.nextInt(20),
              Integer.toString(random.nextInt(1, 6)),
              Long.toString(964_982_703L + random.nextInt(100_000_000))));
    }
    if (random.nextInt(10) > 0) {
      mangle(text, random);
    }
    byte[] bytes = written(text.toString());
    boolean packed = this == PARQUET || this == GZIP || this == ZIP || this == UTF_16;
    return packed && random.nextInt(3) > 0 ? flipped(bytes, random) : bytes;
  }

  String row(String... fields) {
    return String.join(separator, fields) + "\n";
  }

  byte[] written(String text) throws IOException {
    return text.getBytes(charset());
  }

  Charset charset() {
    return StandardCharsets.UTF_8;
  }

  private static void mangle(StringBuilder text, SplittableRandom random) {
    for (int i = random.nextInt(12); i > 0; i--) {
      int at = random.nextInt(text.length());
      String letter = "" + INTERESTING.charAt(random.nextInt(INTERESTING.length()));
      int end = Math.min(text.length(), at + 1 + random.nextInt(30));
      switch (random.nextInt(6)) {
        case 0 -> text.insert(at, letter);
        case 1 -> text.setCharAt(at, letter.charAt(0));
        case 2 -> text.insert(at, text.substring(at, end));
        case 3 -> text.delete(at, Math.min(text.length() - 1, end));
        case 4 -> text.insert(at, letter.repeat(random.nextInt(1, 50)));
        default -> {
          String part = random.nextBoolean() ? letter : text.substring(at, end);
          boolean rarely = random.nextInt(10) == 0;
          int longest = rarely ? LONGEST_REPEAT : 500;
          text.insert(at, part.repeat(1 + random.nextInt(longest) / part.length()));
        }
      }
    }
  }

  private static byte[] flipped(byte[] bytes, SplittableRandom random) {
    byte[] flipped = bytes.clone();
    for (int i = random.nextInt(6); i >= 0; i--) {
      flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(8) == 0
        ? Arrays.copyOf(flipped, random.nextInt(flipped.length))
        : flipped;
  }

  /** What DuckDB writes, once. */
  private static byte[] parquet() {
    return Parquet.BYTES;
  }

  private static final class Parquet {
    static final byte[] BYTES = written();

    private static byte[] written() {
      try {
        Path file = Files.createTempFile("heed-fuzz-", ".parquet");
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
            Statement statement = database.createStatement()) {
          statement.execute(
              "COPY (SELECT 'u' || i % 9 AS user, 'i' || i % 20 AS item, i % 5 AS value,"
                  + " 964982703 + 1000 * i AS time FROM range(40) AS r(i)) TO '"
                  + file
                  + "' (FORMAT PARQUET)");
          return Files.readAllBytes(file);
        } finally {
          Files.delete(file);
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (SQLException failed) {
        throw new IllegalStateException(failed);
      }
    }
  }
}
