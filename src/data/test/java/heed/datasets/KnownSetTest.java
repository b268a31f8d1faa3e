package heed.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.Interactions;
import heed.reading.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Every row here is invented; only its form is that of the set. */
class KnownSetTest {

  @TempDir Path folder;

  @Test
  void the_bundled_set_holds_what_is_stated() {
    KnownLog known = KnownSet.MOVIELENS_LATEST_SMALL.read(Path.of("data/ml-latest-small"));
    assertThat(known.differences()).isEmpty();
    assertThat(known.log().titles()).containsEntry("1", "Toy Story (1995)");
    assertThat(known.log().itemAttributes().categories("genres", "6"))
        .containsExactly("Action", "Crime", "Thriller");
    assertThat(known).hasToString(known.log() + "; as its README states");
    Interactions guessed = Interactions.read(Path.of("data/ml-latest-small/ratings.csv"));
    assertThat(known.log().users()).isEqualTo(guessed.users());
    assertThat(known.log().items()).isEqualTo(guessed.items());
    assertThat(Tables.of(known.log()).column("time").asList())
        .isEqualTo(Tables.of(guessed).column("time").asList());
    assertThat(Tables.of(known.log()).column("value").asList())
        .isEqualTo(Tables.of(guessed).column("value").asList());
  }

  @Test
  void movielens_100k_has_tabs_and_no_header_and_its_films_are_latin() throws IOException {
    write("u.data", "7\t242\t3\t880000000\n8\t1\t5\t880000001\n");
    write(
        "u.item",
        StandardCharsets.ISO_8859_1,
        """
        1|Café Noir (1994)|01-Jan-1994||http://example.org/|0|0|1|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0
        242|Kites (1996)|24-Jan-1997||http://example.org/|0|0|0|0|0|1|0|0|0|0|0|0|0|0|0|0|0|0|0
        """);
    Interactions log = KnownSet.MOVIELENS_100K.read(folder).log();
    assertRow(log, 0, "7", "242", "1997-11-20T04:26:40Z", 3);
    assertThat(log.titles())
        .containsEntry("1", "Café Noir (1994)")
        .containsEntry("242", "Kites (1996)");
  }

  @Test
  void movielens_1m_has_double_colons() throws IOException {
    write("ratings.dat", "12::345::5::970000000\n13::48::4::970000001\n");
    write(
        "movies.dat",
        StandardCharsets.ISO_8859_1,
        "48::Forêt: The Return (1995)::Animation|Children's\n345::Nest (1975)::Drama\n");
    Interactions log = KnownSet.MOVIELENS_1M.read(folder).log();
    assertRow(log, 0, "12", "345", "2000-09-26T20:26:40Z", 5);
    assertThat(log.titles()).containsEntry("48", "Forêt: The Return (1995)");
    assertThat(log.itemAttributes().categories("genres", "48"))
        .containsExactly("Animation", "Children's");
  }

  @Test
  void movielens_20m_has_a_header_and_quoted_titles() throws IOException {
    write("ratings.csv", "userId,movieId,rating,timestamp\n31,77,3.5,1100000000\n");
    write("movies.csv", "movieId,title,genres\n77,\"Game, The (1995)\",Adventure|Children\n");
    Interactions log = KnownSet.MOVIELENS_20M.read(folder).log();
    assertRow(log, 0, "31", "77", "2004-11-09T11:33:20Z", 3.5);
    assertThat(log.titles()).containsEntry("77", "Game, The (1995)");
  }

  @Test
  void amazon_has_json_reviews_and_articles_as_python_prints_them() throws IOException {
    String review =
        """
        {"reviewerID": "A1INVENTED", "asin": "B00000001X", "reviewerName": "Q. \\"Q\\" U", \
        "helpful": [1, 2], "reviewText": "Smells of pine: {really}.", "overall": 4.0, \
        "summary": "Pine", "unixReviewTime": 1369699200, "reviewTime": "05 28, 2013"}
        """;
    for (KnownSet set :
        new KnownSet[] {KnownSet.AMAZON_BEAUTY, KnownSet.AMAZON_SPORTS, KnownSet.AMAZON_TOYS}) {
      pack(set.files().get(0) + ".gz", review);
      pack(
          set.files().get(1) + ".gz",
          "{'asin': 'B00000001X', 'description': 'Pine, \\'real\\'.', 'title': \"Pine's Soap\","
              + " 'price': 3.99, 'brand': 'Pinery', 'salesRank': {'Beauty': 4}, 'categories':"
              + " [['Beauty', 'Soap']]}\n"
              + "{'asin': 'B00000002X', 'related': {'also_viewed': ['B00000001X']}}\n");
      Interactions log = set.read(folder).log();
      assertRow(log, 0, "A1INVENTED", "B00000001X", "2013-05-28T00:00:00Z", 4);
      assertThat(log.titles()).containsOnlyKeys("B00000001X").containsValue("Pine's Soap");
      assertThat(log.itemAttributes().categories("brand", "B00000001X")).containsExactly("Pinery");
      assertThat(log.itemAttributes().number("price", "B00000001X")).isEqualTo(3.99);
      assertThat(log.itemAttributes().number("price", "B00000002X")).isNaN();
    }
  }

  @Test
  void steam_has_lines_as_python_two_prints_them() throws IOException {
    pack(
        "steam_reviews.json.gz",
        "{u'username': u'J\\xf6rg \\u2620', u'hours': 12.5, u'products': 41, u'product_id':"
            + " u'990011', u'page_order': 0, u'date': u'2017-12-17', u'text': u\"It's {odd},"
            + " u'fun'\", u'early_access': False, u'page': 1}\n"
            + "{u'username': u'ann', u'product_id': u'990012', u'date': u'2018-01-01', u'text':"
            + " u'', u'compensation': None}\n");
    write(
        "steam_games.json",
        "{u'publisher': u'Pub', u'genres': [u'Indie', u'RPG'], u'app_name': u'Kite & Co',"
            + " u'id': u'990011', u'price': 4.99}\n{u'title': u'Nameless', u'id': u'990012'}\n");
    Interactions log = KnownSet.STEAM.read(folder).log();
    assertRow(log, 0, "Jörg \u2620", "990011", "2017-12-17T00:00:00Z", 12.5);
    assertRow(log, 1, "ann", "990012", "2018-01-01T00:00:00Z", Double.NaN);
    assertThat(log.titles()).containsOnlyKeys("990011").containsValue("Kite & Co");
  }

  @Test
  void gowalla_has_tabs_and_times_with_a_zone() throws IOException {
    pack(
        "loc-gowalla_totalCheckins.txt.gz",
        "4\t2010-03-05T06:07:08Z\t51.5000000001\t-0.1200000001\t777\n");
    assertRow(
        KnownSet.GOWALLA.read(folder).log(), 0, "4", "777", "2010-03-05T06:07:08Z", Double.NaN);
  }

  @Test
  void last_fm_artists_need_no_number_and_quotes_are_only_characters() throws IOException {
    write(
        "userid-timestamp-artid-artname-traid-traname.tsv",
        "user_000042\t2008-03-04T05:06:07Z\t\tThe \"Quiet Birds\t\tFall Again?\n");
    assertRow(
        KnownSet.LAST_FM_1K.read(folder).log(),
        0,
        "user_000042",
        "The \"Quiet Birds",
        "2008-03-04T05:06:07Z",
        Double.NaN);
  }

  @Test
  void yelp_has_json_lines() throws IOException {
    write(
        "yelp_academic_dataset_review.json",
        "{\"review_id\":\"r\",\"user_id\":\"u_-1\",\"business_id\":\"b_-2\",\"stars\":3.0,\"useful\":0,\"funny\":0,\"cool\":0,\"text\":\"Fine\\n"
            + "\\n"
            + "soup\",\"date\":\"2018-07-07 22:09:11\"}\n");
    write(
        "yelp_academic_dataset_business.json",
        "{\"business_id\":\"b_-2\",\"name\":\"Soup & Son\",\"city\":\"Reno\",\"categories\":\"Soup,"
            + " Food\",\"attributes\":null,\"is_open\":1}\n");
    Interactions log = KnownSet.YELP.read(folder).log();
    assertRow(log, 0, "u_-1", "b_-2", "2018-07-07T22:09:11Z", 3);
    assertThat(log.titles()).containsEntry("b_-2", "Soup & Son");
    assertThat(log.itemAttributes().categories("categories", "b_-2"))
        .containsExactly("Soup", "Food");
  }

  @Test
  void retail_rocket_tells_what_kind_an_event_is() throws IOException {
    write(
        "events.csv",
        """
        timestamp,visitorid,event,itemid,transactionid
        1435000000123,111,view,222,
        1435000000456,333,transaction,444,5
        """);
    Interactions log = KnownSet.RETAIL_ROCKET.read(folder).log();
    assertRow(log, 0, "111", "222", "2015-06-22T19:06:40.123Z", Double.NaN);
    assertThat(log.types().orElseThrow()).containsExactly("view", "transaction");
  }

  @Test
  void kuai_rec_has_seconds_with_decimals_and_the_share_watched() throws IOException {
    write(
        "big_matrix.csv",
        """
        user_id,video_id,play_duration,video_duration,time,date,timestamp,watch_ratio
        3,14,9000,6000,2020-07-08 09:10:11.12,20200708,1594170611.12,1.5
        """);
    assertRow(KnownSet.KUAI_REC.read(folder).log(), 0, "3", "14", "2020-07-08T01:10:11.120Z", 1.5);
  }

  @Test
  void criteo_is_a_table_with_gaps() throws IOException {
    String numbers = "\t5\t\t-1" + "\t0".repeat(10);
    String categories = "\t0a1b2c3d\t" + "\tabcd0123".repeat(24);
    write("train.txt", ("1" + numbers + categories + "\n").repeat(3));
    Table clicks = CriteoClicks.read(folder, 2);
    assertThat(clicks.rowCount()).isEqualTo(2);
    assertThat(clicks.columnCount()).isEqualTo(40);
    assertThat(clicks.doubleColumn("clicked").get(0)).isEqualTo(1);
    assertThat(clicks.doubleColumn("I1").get(0)).isEqualTo(5);
    assertThat(clicks.doubleColumn("I2").isMissing(0)).isTrue();
    assertThat(clicks.doubleColumn("I3").get(0)).isEqualTo(-1);
    assertThat(clicks.stringColumn("C1").get(0)).isEqualTo("0a1b2c3d");
    assertThat(clicks.stringColumn("C2").isMissing(0)).isTrue();
    assertThat(clicks.stringColumn("C26").get(0)).isEqualTo("abcd0123");
    write("train.txt", "1\t2\n");
    assertThatThrownBy(() -> CriteoClicks.read(folder, 2))
        .hasMessage("train.txt, line 1: 2 fields, but there are 40 columns");
  }

  static void assertRow(
      Interactions log, int row, String user, String item, String time, double value) {
    assertThat(log.users().get(row)).isEqualTo(user);
    assertThat(log.items().get(row)).isEqualTo(item);
    assertThat(Instant.ofEpochMilli(log.time(row))).isEqualTo(Instant.parse(time));
    // Boxed, so that no value equals no value.
    assertThat(Double.valueOf(log.value(row))).isEqualTo(Double.valueOf(value));
  }

  private void write(String name, String text) throws IOException {
    write(name, StandardCharsets.UTF_8, text);
  }

  private void write(String name, Charset encoding, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(encoding));
  }

  private void pack(String name, String text) throws IOException {
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
