package heed.interactions;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Data sets that recommenders are compared on: how their original files are read, what they must
 * hold, and whom to thank. None but latest-small comes with Heed; {@code data/README.md} says where
 * each is to be had and on what terms.
 */
// Its fields are records of texts and lists that are copied; Error Prone knows only its own mark.
@SuppressWarnings("ImmutableEnumChecker")
public enum KnownSet {
  /** Star ratings of films, small enough to learn on. */
  MOVIELENS_LATEST_SMALL(
      "MovieLens latest-small",
      KnownSource.movieLens("latest"),
      KnownCounts.of(100_836, "its README").withUsers(610).withItems(9_724),
      KnownTime.SECONDS,
      KnownFiles.movieLensRatings(),
      KnownFiles.movieLensFilms()),

  /** Star ratings of films, 1997 to 1998. */
  MOVIELENS_100K(
      "MovieLens 100K",
      KnownSource.movieLens("100k"),
      KnownCounts.of(100_000, "its README").withUsers(943).withItems(1_682),
      KnownTime.SECONDS,
      KnownFiles.movieLens100K(),
      KnownFiles.movieLens100KFilms()),

  /** Star ratings of films by people who joined in 2000. */
  MOVIELENS_1M(
      "MovieLens 1M",
      KnownSource.movieLens("1m"),
      KnownCounts.of(1_000_209, "its README (films rated: others' counts)")
          .withUsers(6_040)
          .withItems(3_706),
      KnownTime.SECONDS,
      KnownFiles.movieLens1M(),
      KnownFiles.movieLens1MFilms()),

  /** Star ratings of films, 1995 to 2015. */
  MOVIELENS_20M(
      "MovieLens 20M",
      KnownSource.movieLens("20m"),
      KnownCounts.of(20_000_263, "its README (films rated: others' counts)")
          .withUsers(138_493)
          .withItems(26_744),
      KnownTime.SECONDS,
      KnownFiles.movieLensRatings(),
      KnownFiles.movieLensFilms()),

  /** Reviews of cosmetics of 2014, five or more of each buyer and article. */
  AMAZON_BEAUTY(
      "Amazon Beauty 2014, 5-core",
      KnownSource.AMAZON,
      KnownCounts.ofAmazon(198_502).withUsers(22_363).withItems(12_101),
      KnownTime.SECONDS,
      KnownFiles.amazonReviews("Beauty"),
      KnownFiles.amazonArticles("Beauty")),

  /** Reviews of sports goods of 2014, five or more of each buyer and article. */
  AMAZON_SPORTS(
      "Amazon Sports and Outdoors 2014, 5-core",
      KnownSource.AMAZON,
      KnownCounts.ofAmazon(296_337).withUsers(35_598).withItems(18_357),
      KnownTime.SECONDS,
      KnownFiles.amazonReviews("Sports_and_Outdoors"),
      KnownFiles.amazonArticles("Sports_and_Outdoors")),

  /** Reviews of toys of 2014, five or more of each buyer and article. */
  AMAZON_TOYS(
      "Amazon Toys and Games 2014, 5-core",
      KnownSource.AMAZON,
      KnownCounts.ofAmazon(167_597).withUsers(19_412).withItems(11_924),
      KnownTime.SECONDS,
      KnownFiles.amazonReviews("Toys_and_Games"),
      KnownFiles.amazonArticles("Toys_and_Games")),

  /** Reviews of computer games; the value is the hours played. */
  STEAM(
      "Steam reviews",
      KnownSource.STEAM,
      KnownCounts.of(7_793_069, "SASRec's paper").withUsers(2_567_538).withItems(15_474),
      KnownTime.DATE,
      KnownFiles.steamReviews(),
      KnownFiles.steamGames()),

  /** Where people checked in; places repeat. */
  GOWALLA(
      "Gowalla check-ins",
      KnownSource.GOWALLA,
      KnownCounts.of(6_442_890, "its page at SNAP"),
      KnownTime.INSTANT,
      KnownFiles.gowalla(),
      KnownItems.none()),

  /** What a thousand people listened to, by artist; artists repeat. */
  LAST_FM_1K(
      "Last.fm 1K users",
      KnownSource.LAST_FM,
      KnownCounts.of(19_150_868, "its README").withUsers(992),
      KnownTime.INSTANT,
      KnownFiles.lastFm(),
      KnownItems.none()),

  /** Reviews of businesses, with stars; the edition of 2022. */
  YELP(
      "Yelp open dataset",
      KnownSource.YELP,
      KnownCounts.of(6_990_280, "its page").withItems(150_346),
      KnownTime.DATE_TIME,
      KnownFiles.yelpReviews(),
      KnownFiles.yelpBusinesses()),

  /** What visitors of a shop viewed, put into the cart and bought; the type says which. */
  RETAIL_ROCKET(
      "RetailRocket",
      KnownSource.RETAIL_ROCKET,
      KnownCounts.of(2_756_101, "its page (items: rs_datasets)")
          .withUsers(1_407_580)
          .withItems(235_061),
      KnownTime.MILLISECONDS,
      KnownFiles.retailRocket(),
      KnownItems.none()),

  /** Short videos shown to people; the value is the share of the video that was watched. */
  KUAI_REC(
      "KuaiRec, big matrix",
      KnownSource.KUAI_REC,
      KnownCounts.of(12_530_806, "its page").withUsers(7_176).withItems(10_728),
      KnownTime.DECIMAL_SECONDS,
      KnownFiles.kuaiRec(),
      KnownItems.none());

  private final String title;
  private final KnownSource source;
  private final KnownCounts counts;
  private final KnownTime time;
  private final KnownFile events;
  private final KnownItems items;

  KnownSet(
      String title,
      KnownSource source,
      KnownCounts counts,
      KnownTime time,
      KnownFile events,
      KnownItems items) {
    this.title = title;
    this.source = source;
    this.counts = counts;
    this.time = time;
    this.events = events;
    this.items = items;
  }

  /**
   * Reads the set from its original files and says where it does not hold what is stated of it.
   *
   * @param folder holds the first of {@link #files()}, as it is or packed by gzip, and perhaps the
   *     second
   * @throws IllegalArgumentException if the file is not there, is another one, or more than one row
   *     in a hundred is bad
   */
  public KnownLog read(Path folder) {
    if (!events.isIn(folder)) {
      throw new IllegalArgumentException(
          String.format(
              "no %s (or %s.gz) in %s; %s is to be had at %s",
              events.name(), events.name(), folder.toAbsolutePath().normalize(), title, home()));
    }
    Interactions log =
        new KnownReader(events, time).read(title, folder).withItemAttributes(items.read(folder));
    return new KnownLog(this, log, counts.differences(log.measure()));
  }

  /** The file of events and, if there is one, that of items. */
  public List<String> files() {
    return Stream.of(events.name(), items.file()).filter(file -> !file.isEmpty()).toList();
  }

  /** What the set is called. */
  public String title() {
    return title;
  }

  /** The page of the project that has the files. */
  public String home() {
    return source.home();
  }

  /** What may be done with it, in short. */
  public String licence() {
    return source.licence();
  }

  /** What those who publish are asked to cite. */
  public String citation() {
    return source.citation();
  }

  /** How much it must hold, and who says so. */
  public KnownCounts counts() {
    return counts;
  }
}
