package heed.reading.source;

import java.nio.charset.StandardCharsets;

/** Files that are no text, known by their first bytes, and how each becomes a log. */
enum BinaryKind {
  SQLITE("SQLite format 3", "an SQLite database", "sqlite3 -header -csv FILE 'select ...'"),
  XLS(
      "\u00d0\u00cf\u0011\u00e0",
      "an old Excel workbook, or one with a password",
      "in Excel: Save As, Excel workbook (.xlsx), without a password"),
  ARROW("ARROW1", "an Arrow or Feather file", "pandas.read_feather(FILE).to_parquet(NEW)"),
  R("X\n\u0000\u0000", "an R object", "in R: write.csv(readRDS(FILE), NEW, row.names = FALSE)"),
  R_DATA("RDX", "R's saved objects", "in R: load(FILE); write.csv(log, NEW, row.names = FALSE)"),
  NUMPY("\u0093NUMPY", "a NumPy array", "pandas.DataFrame(numpy.load(FILE)).to_csv(NEW)"),
  HDF5("\u0089HDF", "an HDF5 file", "pandas.read_hdf(FILE).to_parquet(NEW)"),
  PICKLE("\u0080\u0004", "a Python pickle", "pandas.DataFrame(pickle.load(...)).to_parquet(NEW)"),
  PICKLE_5("\u0080\u0005", "a Python pickle", "pandas.DataFrame(pickle.load(...)).to_parquet(NEW)"),
  BZIP2("BZh", "packed by bzip2 and damaged", "fetch it again, or bunzip2 FILE"),
  XZ("\u00fd7zXZ", "packed by xz", "unxz FILE"),
  ZSTD("(\u00b5/\u00fd", "packed by zstd", "unzstd FILE"),
  SEVEN_ZIP("7z\u00bc\u00af", "packed by 7-Zip", "7z x FILE"),
  RAR("Rar!", "packed by RAR", "unrar x FILE"),
  AVRO("Obj\u0001", "an Avro file", "spark.read.format(\"avro\").load(FILE).write.parquet(NEW)"),
  ORC("ORC", "an ORC file", "pandas.read_orc(FILE).to_parquet(NEW)"),
  TAR(257, "ustar", "a tar archive", "tar xf FILE, and name the file of the log"),
  LZ4("\u0004\"M\u0018", "packed by lz4", "unlz4 FILE"),
  PDF("%PDF-", "a PDF document", "export the table it was made from as CSV"),
  SPSS("$FL2", "an SPSS file", "pandas.read_spss(FILE).to_parquet(NEW)"),
  STATA("<stata_dta>", "a Stata file", "pandas.read_stata(FILE).to_parquet(NEW)"),
  ACCESS("\u0000\u0001\u0000\u0000Standard", "an Access database", "in Access: export as text");

  private static final int START = 1_000;

  private final int at;
  private final String start;
  private final String meaning;
  private final String remedy;

  BinaryKind(String start, String meaning, String remedy) {
    this(0, start, meaning, remedy);
  }

  BinaryKind(int at, String start, String meaning, String remedy) {
    this.at = at;
    this.start = start;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /**
   * Refuses a file of a known kind.
   *
   * @param bytes its first
   */
  static void refuse(String named, byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, START), StandardCharsets.ISO_8859_1);
    for (BinaryKind kind : values()) {
      if (text.startsWith(kind.start, kind.at) && isBinary(text)) {
        throw new IllegalArgumentException(
            named
                + " is "
                + kind.meaning
                + ", which is not read; expected CSV, TSV, JSON lines, Parquet or .xlsx, plain or"
                + " packed by gzip, bzip2 or zip. Make one of it: "
                + kind.remedy);
      }
    }
  }

  /** A log may begin with ORC or BZh; a text has no letters of control but of its lines. */
  private static boolean isBinary(String text) {
    return text.chars().anyMatch(c -> c < ' ' && "\n\r\t\u0001".indexOf(c) < 0);
  }
}
