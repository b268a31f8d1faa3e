package heed.interactions;

import static heed.interactions.KnownFormat.json;
import static heed.interactions.KnownFormat.python;
import static heed.interactions.KnownFormat.withHeader;
import static heed.interactions.KnownFormat.withoutHeader;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** The files of the known sets, as they are published. */
final class KnownFiles {

  private static final Attribute TITLE = Attribute.text("title");

  private static final Attribute GENRES =
      Attribute.categories("genres", "|").withMissing("(no genres listed)");

  private KnownFiles() {}

  /** {@code ratings.csv} of latest-small and 20M. */
  static KnownFile movieLensRatings() {
    return KnownFile.events(
        "ratings.csv",
        withHeader(",", "userId", "movieId", "rating", "timestamp"),
        "userId",
        "movieId",
        "timestamp",
        "rating");
  }

  static KnownItems movieLensFilms() {
    return KnownItems.csv("movies.csv", "movieId", TITLE, GENRES);
  }

  static KnownFile movieLens100K() {
    return KnownFile.events(
        "u.data",
        withoutHeader("\t", "user", "item", "rating", "time"),
        "user",
        "item",
        "time",
        "rating");
  }

  /** Number, title, two dates, a link, and a one for each of nineteen genres it has. */
  static KnownItems movieLens100KFilms() {
    String[] columns = new String[24];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = i == 0 ? "id" : i == 1 ? "title" : "column " + (i + 1);
    }
    return KnownItems.lines(
        KnownFile.items("u.item", withoutHeader("|", columns), ISO_8859_1, "id", "title"), TITLE);
  }

  static KnownFile movieLens1M() {
    return KnownFile.events(
        "ratings.dat",
        withoutHeader("::", "user", "item", "rating", "time"),
        "user",
        "item",
        "time",
        "rating");
  }

  static KnownItems movieLens1MFilms() {
    return KnownItems.lines(
        KnownFile.items(
            "movies.dat",
            withoutHeader("::", "id", "title", "genres"),
            ISO_8859_1,
            "id",
            "title",
            "genres"),
        TITLE,
        GENRES);
  }

  /** {@code reviews_*_5.json}: proper JSON, unlike the file of articles beside it. */
  static KnownFile amazonReviews(String category) {
    return KnownFile.events(
        "reviews_" + category + "_5.json",
        json(),
        "reviewerID",
        "asin",
        "unixReviewTime",
        "overall");
  }

  static KnownItems amazonArticles(String category) {
    return KnownItems.lines(
        KnownFile.items(
            "meta_" + category + ".json", python(), UTF_8, "asin", "title", "brand", "price"),
        TITLE,
        Attribute.category("brand"),
        Attribute.number("price"));
  }

  static KnownFile steamReviews() {
    return KnownFile.events(
        "steam_reviews.json", python(), "username", "product_id", "date", "hours");
  }

  static KnownItems steamGames() {
    return KnownItems.lines(
        KnownFile.items("steam_games.json", python(), UTF_8, "id", "app_name"), TITLE);
  }

  static KnownFile gowalla() {
    return KnownFile.events(
        "loc-gowalla_totalCheckins.txt",
        withoutHeader("\t", "user", "time", "latitude", "longitude", "place"),
        "user",
        "place",
        "time",
        "");
  }

  /** By the name of the artist: many have no MusicBrainz number, all have a name. */
  static KnownFile lastFm() {
    return KnownFile.events(
        "userid-timestamp-artid-artname-traid-traname.tsv",
        withoutHeader("\t", "user", "time", "artist id", "artist", "track id", "track"),
        "user",
        "artist",
        "time",
        "");
  }

  static KnownFile yelpReviews() {
    return KnownFile.events(
        "yelp_academic_dataset_review.json", json(), "user_id", "business_id", "date", "stars");
  }

  static KnownItems yelpBusinesses() {
    return KnownItems.lines(
        KnownFile.items(
            "yelp_academic_dataset_business.json",
            json(),
            UTF_8,
            "business_id",
            "name",
            "city",
            "categories"),
        TITLE,
        Attribute.category("city"),
        Attribute.categories("categories", ", "));
  }

  static KnownFile retailRocket() {
    return KnownFile.events(
        "events.csv",
        withHeader(",", "timestamp", "visitorid", "event", "itemid", "transactionid"),
        "visitorid",
        "itemid",
        "timestamp",
        "",
        "event");
  }

  /** By the number of seconds; the readable time beside it is that of Beijing. */
  static KnownFile kuaiRec() {
    return KnownFile.events(
        "big_matrix.csv",
        withHeader(
            ",",
            "user_id",
            "video_id",
            "play_duration",
            "video_duration",
            "time",
            "date",
            "timestamp",
            "watch_ratio"),
        "user_id",
        "video_id",
        "timestamp",
        "watch_ratio");
  }
}
