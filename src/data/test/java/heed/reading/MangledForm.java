package heed.reading;

import heed.log.Columns;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

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
      return MangledBytes.PARQUET;
    }
  },
  GZIP("user,item,value,time\n", ",", "log.csv.gz") {
    @Override
    byte[] written(String text) throws IOException {
      return MangledBytes.packed(super.written(text), GZIPOutputStream::new);
    }
  },
  BZIP2("user,item,value,time\n", ",", "log.csv.bz2") {
    @Override
    byte[] written(String text) throws IOException {
      return MangledBytes.packed(super.written(text), BZip2CompressorOutputStream::new);
    }
  },
  ZIP("user,item,value,time\n", ",", "log.zip") {
    @Override
    byte[] written(String text) throws IOException {
      return MangledBytes.zip(super.written(text));
    }
  },
  WORKBOOK(MangledBytes.sheetRow("user", "item", "value", "time"), "", "log.xlsx") {
    @Override
    String row(String... fields) {
      return MangledBytes.sheetRow(fields);
    }

    @Override
    byte[] written(String text) throws IOException {
      return MangledBytes.workbook(text);
    }

    /** What counts rows without the database knows no workbooks. */
    @Override
    boolean losesNoRow() {
      return false;
    }
  },
  ACCESS_LOG("", "", "access.log") {
    @Override
    String row(String... fields) {
      return String.format(
          Locale.ROOT,
          "192.0.2.%s - %s [0%s/Oct/2019:13:55:36 +0200] \"GET /%s?from=%s HTTP/1.1\" 200 2326 \"-\""
              + " \"Mozilla \\\"5\\\"\"%n",
          fields[0].substring(1),
          fields[0],
          fields[2],
          fields[1],
          fields[3]);
    }

    /** Requests that got no page are no events. */
    @Override
    boolean losesNoRow() {
      return false;
    }

    @Override
    Columns columns() {
      return Columns.guessed().withUser("host").withItem("path");
    }
  },
  RATINGS_BY_ITEM("7:\n", "", "combined_data_1.txt") {
    @Override
    String row(String... fields) {
      String rating = fields[0].substring(1) + "," + fields[2] + ",2005-09-0" + fields[2] + "\n";
      return fields[2].equals("1") ? fields[1].substring(1) + ":\n" + rating : rating;
    }

    @Override
    boolean losesNoRow() {
      return false; // The lines of the films are none.
    }
  },
  PARTS("user,item,value,time\n", ",", "log.parts") {
    @Override
    Path write(Path folder, long seed) throws IOException {
      Path parts = Files.createDirectories(folder.resolve(fileName()));
      for (int part = 0; part < 2; part++) {
        String name = String.format(Locale.ROOT, "part-%05d.csv", part);
        Files.write(parts.resolve(name), mangled(2 * seed + part));
      }
      return parts;
    }

    /** What is joined is counted by nobody else. */
    @Override
    boolean losesNoRow() {
      return false;
    }
  },
  UTF_16("user,item,value,time\n", ",", "utf16.csv") {
    @Override
    Charset charset() {
      return StandardCharsets.UTF_16;
    }
  };

  /** Those whose bytes are mangled, too. */
  private static final Set<MangledForm> BYTES =
      EnumSet.of(PARQUET, GZIP, BZIP2, ZIP, WORKBOOK, UTF_16);

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

  /** Writes what a seed makes into a folder, and tells which path is the log's. */
  Path write(Path folder, long seed) throws IOException {
    return Files.write(folder.resolve(fileName), mangled(seed));
  }

  /** How it is read. */
  Columns columns() {
    return Columns.guessed();
  }

  /** Whether each row is an event or a bad row; else rows that are neither belong to the form. */
  boolean losesNoRow() {
    return true;
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
    return BYTES.contains(this) && random.nextInt(3) > 0 ? flipped(bytes, random) : bytes;
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
}
