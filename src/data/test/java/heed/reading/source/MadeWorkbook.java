package heed.reading.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the smallest files that are Excel workbooks: sheets of rows, each given as XML. */
public final class MadeWorkbook {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  private final Map<String, String> sheets = new LinkedHashMap<>();
  private String properties = "";

  /** One more sheet; a row is {@code <row r="1">...</row>}. */
  public MadeWorkbook sheet(String name, String rows) {
    sheets.put(name, rows);
    return this;
  }

  /** Days count from 1904, as on old Macintoshes. */
  public MadeWorkbook since1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  /** A text in its cell. */
  public static String text(String cell, String text) {
    return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  /** A number; style 0 is of numbers, 1 of days, 2 of moments, 3 of times of day, 4 of amounts. */
  public static String number(String cell, String number, int style) {
    return "<c r=\"" + cell + "\" s=\"" + style + "\"><v>" + number + "</v></c>";
  }

  public static String row(int number, String... cells) {
    return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
  }

  public Path write(Path file) throws IOException {
    StringBuilder listed = new StringBuilder();
    StringBuilder related = new StringBuilder();
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      int number = 0;
      for (Map.Entry<String, String> sheet : sheets.entrySet()) {
        number++;
        String path = "worksheets/sheet" + number + ".xml";
        listed.append(
            String.format(
                Locale.ROOT,
                "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>",
                sheet.getKey(),
                number,
                number));
        related.append(relation("r" + number, OFFICE + "/worksheet", path));
        put(
            zip,
            "xl/" + path,
            String.format(
                Locale.ROOT,
                "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>",
                MAIN,
                sheet.getValue()));
      }
      related.append(relation("s", OFFICE + "/styles", "styles.xml"));
      put(
          zip,
          "xl/workbook.xml",
          String.format(
              Locale.ROOT,
              "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>",
              MAIN,
              OFFICE,
              properties,
              listed));
      put(zip, "xl/_rels/workbook.xml.rels", relations(related.toString()));
      put(
          zip,
          "_rels/.rels",
          relations(relation("r", OFFICE + "/officeDocument", "xl/workbook.xml")));
      put(zip, "xl/styles.xml", styles());
      put(zip, "[Content_Types].xml", types());
    }
    return file;
  }

  private static String styles() {
    return String.format(Locale.ROOT, "<styleSheet xmlns=\"%s\"><numFmts>", MAIN)
        + "<numFmt numFmtId=\"164\" formatCode=\"[$-407]dd/mm/yyyy\\ hh:mm:ss\"/>"
        + "<numFmt numFmtId=\"165\" formatCode=\"#,##0.00\\ &quot;dkr&quot;;[Red]-0\"/>"
        + "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
        + "<xf numFmtId=\"21\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>";
  }

  private static String relations(String inside) {
    return String.format(
        Locale.ROOT,
        "<Relationships xmlns=\"%srelationships\">%s</Relationships>",
        PACKAGE,
        inside);
  }

  private static String relation(String id, String type, String target) {
    return String.format(
        Locale.ROOT, "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>", id, type, target);
  }

  private static String types() {
    String sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    return String.format(Locale.ROOT, "<Types xmlns=\"%scontent-types\">", PACKAGE)
        + "<Default Extension=\"rels\""
        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + String.format(
            Locale.ROOT,
            "<Override PartName=\"/xl/workbook.xml\" ContentType=\"%ssheet.main+xml\"/>",
            sheet)
        + String.format(
            Locale.ROOT,
            "<Override PartName=\"/xl/styles.xml\" ContentType=\"%sstyles+xml\"/>",
            sheet)
        + "</Types>";
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
