package heed.datasets;

import heed.log.Attribute;
import heed.log.Attributes;
import heed.log.Interactions;
import heed.log.ReadOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file of a known set that tells what its items are, and how it is read.
 *
 * @param file where they stand
 * @param options how text is separated and named
 * @param id the column of ids
 * @param attributes what the other columns hold, as far as they are wanted; the first is the title
 */
record ItemFile(SetFile file, ReadOptions options, String id, List<Attribute> attributes) {

  private static final Attribute TITLE = Attribute.text("title");

  private static final Attribute GENRES =
      Attribute.categories("genres", "|").withMissing("(no genres listed)");

  ItemFile {
    attributes = List.copyOf(attributes);
  }

  private static ItemFile named(SetFile file, String id, Attribute... attributes) {
    return new ItemFile(file, ReadOptions.defaults(), id, List.of(attributes));
  }

  /** Text in Latin-1 without header and quotes, its first columns called id, title and genres. */
  private static ItemFile latin(String name, String separator, Attribute... attributes) {
    ReadOptions options =
        ReadOptions.defaults()
            .withSeparator(separator)
            .withoutQuote()
            .withNames(
                Stream.concat(Stream.of("id"), Stream.of(attributes).map(Attribute::column))
                    .toArray(String[]::new))
            .withCharset(StandardCharsets.ISO_8859_1);
    return new ItemFile(new SetFile.Plain(name), options, "id", List.of(attributes));
  }

  /** The log with what is known of its items; the log as it is if the file is not in the folder. */
  Interactions describe(Interactions log, Path folder) {
    return file.in(folder)
        .map(path -> file.read(path, fields(), this::attributes))
        .map(items -> log.withItemAttributes(items).withTitlesFrom(attributes.get(0).column()))
        .orElse(log);
  }

  private List<String> fields() {
    return Stream.concat(Stream.of(id), attributes.stream().map(Attribute::column)).toList();
  }

  private Attributes attributes(Path path) {
    return Attributes.read(path, options, id, attributes.toArray(new Attribute[0]));
  }

  /** {@code movies.csv} of latest-small and 20M. */
  static ItemFile movieLens() {
    return named(new SetFile.Plain("movies.csv"), "movieId", TITLE, GENRES);
  }

  /** Number, title, two dates, a link, and a one for each of nineteen genres it has. */
  static ItemFile movieLens100K() {
    return latin("u.item", "|", TITLE);
  }

  static ItemFile movieLens1M() {
    return latin("movies.dat", "::", TITLE, GENRES);
  }

  static ItemFile amazon(String category) {
    return named(
        new SetFile.PythonItems("meta_" + category + ".json"),
        "asin",
        TITLE,
        Attribute.category("brand"),
        Attribute.number("price"));
  }

  static ItemFile steam() {
    return named(new SetFile.PythonItems("steam_games.json"), "id", Attribute.text("app_name"));
  }

  static ItemFile yelp() {
    return named(
        new SetFile.Plain("yelp_academic_dataset_business.json"),
        "business_id",
        Attribute.text("name"),
        Attribute.category("city"),
        Attribute.categories("categories", ", "));
  }

  static ItemFile onlineRetail() {
    return named(
        new SetFile.ToldByEvents("2009-2010.parquet"),
        "StockCode",
        Attribute.text("Description"),
        Attribute.number("Price"));
  }
}
