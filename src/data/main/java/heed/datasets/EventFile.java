package heed.datasets;

import heed.log.Columns;
import heed.log.Interactions;
import heed.log.ReadListener;
import heed.log.ReadOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * The file of a known set that holds its events, and how it is read.
 *
 * @param file where they stand
 * @param columns which hold what
 * @param options how text is separated and named
 */
record EventFile(SetFile file, Columns columns, ReadOptions options) {

  /** Columns that a header names, or fields of JSON. */
  private static EventFile named(String name, Columns columns) {
    return new EventFile(new SetFile.Plain(name), columns, ReadOptions.defaults());
  }

  /** Text without header and quotes. */
  private static EventFile bare(String name, String separator, Columns columns, String... names) {
    return new EventFile(
        new SetFile.Plain(name),
        columns,
        ReadOptions.defaults().withSeparator(separator).withoutQuote().withNames(names));
  }

  Interactions read(Path path, ReadListener listener) {
    return file.read(
        path,
        List.copyOf(columns.names().values()),
        readable -> Interactions.read(readable, columns, options.withListener(listener)));
  }

  /** {@code ratings.csv} of latest-small and 20M. */
  static EventFile movieLens() {
    return named("ratings.csv", Columns.of("userId", "movieId", "timestamp").withValue("rating"));
  }

  /** 100K between tabs, 1M between double colons. */
  static EventFile movieLens(String name, String separator) {
    Columns columns = Columns.of("user", "item", "time").withValue("rating");
    return bare(name, separator, columns, "user", "item", "rating", "time");
  }

  /** {@code reviews_*_5.json}: proper JSON, unlike the file of articles beside it. */
  static EventFile amazon(String category) {
    return named(
        "reviews_" + category + "_5.json",
        Columns.of("reviewerID", "asin", "unixReviewTime").withValue("overall"));
  }

  static EventFile steam() {
    return new EventFile(
        new SetFile.PythonEvents("steam_reviews.json"),
        Columns.of("username", "product_id", "date").withValue("hours"),
        ReadOptions.defaults());
  }

  static EventFile gowalla() {
    Columns columns = Columns.of("user", "place", "time");
    String[] names = {"user", "time", "latitude", "longitude", "place"};
    return bare("loc-gowalla_totalCheckins.txt", "\t", columns, names);
  }

  /** By the name of the artist: many have no MusicBrainz number, all have a name. */
  static EventFile lastFm() {
    String[] names = {"user", "time", "artist id", "artist", "track id", "track"};
    return bare(
        "userid-timestamp-artid-artname-traid-traname.tsv",
        "\t",
        Columns.of("user", "artist", "time"),
        names);
  }

  static EventFile yelp() {
    return named(
        "yelp_academic_dataset_review.json",
        Columns.of("user_id", "business_id", "date").withValue("stars"));
  }

  static EventFile retailRocket() {
    return named("events.csv", Columns.of("visitorid", "itemid", "timestamp").withType("event"));
  }

  /** By the number of seconds; the readable time beside it is that of Beijing. */
  static EventFile kuaiRec() {
    return named(
        "big_matrix.csv", Columns.of("user_id", "video_id", "timestamp").withValue("watch_ratio"));
  }

  /** A fifth of its lines have no customer: sales over the counter, fees, write-offs. */
  static EventFile onlineRetail() {
    return new EventFile(
        new SetFile.Plain("2009-2010.parquet"),
        Columns.of("Customer ID", "StockCode", "InvoiceDate")
            .withValue("Quantity")
            .withSession("Invoice"),
        ReadOptions.defaults().withMostBadRows(.25));
  }
}
