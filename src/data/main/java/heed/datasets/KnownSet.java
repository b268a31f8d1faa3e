package heed.datasets;

import heed.log.Interactions;
import heed.log.ReadListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Data sets that recommenders are compared on: how their original files are read, what they must
 * hold, and whom to thank. Latest-small and Online Retail II come with Heed, the others do not;
 * {@code data/README.md} says where each is to be had and on what terms.
 */
// Its fields are records of texts and lists that are copied; Error Prone knows only its own mark.
@SuppressWarnings("ImmutableEnumChecker")
public enum KnownSet {
  /** Star ratings of films, small enough to learn on. */
  MOVIELENS_LATEST_SMALL(
      "MovieLens latest-small",
      Source.movieLens("latest"),
      KnownCounts.of(100_836, "its README").withUsers(610).withItems(9_724),
      EventFile.movieLens(),
      ItemFile.movieLens()),

  /**
   * What a British shop for gifts sold over the internet in a year, the value being the quantity
   * and the session the invoice; {@link OnlineRetail} cleans it. The counts are of the lines that
   * have a customer.
   */
  ONLINE_RETAIL_II(
      "Online Retail II, 2009-2010",
      Source.ONLINE_RETAIL_II,
      KnownCounts.of(417_534, "its first sheet, as counted").withUsers(4_383).withItems(4_031),
      EventFile.onlineRetail(),
      ItemFile.onlineRetail()),

  /** Star ratings of films, 1997 to 1998. */
  MOVIELENS_100K(
      "MovieLens 100K",
      Source.movieLens("100k"),
      KnownCounts.of(100_000, "its README").withUsers(943).withItems(1_682),
      EventFile.movieLens("u.data", "\t"),
      ItemFile.movieLens100K()),

  /** Star ratings of films by people who joined in 2000. */
  MOVIELENS_1M(
      "MovieLens 1M",
      Source.movieLens("1m"),
      KnownCounts.of(1_000_209, "its README (films rated: others' counts)")
          .withUsers(6_040)
          .withItems(3_706),
      EventFile.movieLens("ratings.dat", "::"),
      ItemFile.movieLens1M()),

  /** Star ratings of films, 1995 to 2015. */
  MOVIELENS_20M(
      "MovieLens 20M",
      Source.movieLens("20m"),
      KnownCounts.of(20_000_263, "its README (films rated: others' counts)")
          .withUsers(138_493)
          .withItems(26_744),
      EventFile.movieLens(),
      ItemFile.movieLens()),

  /** Reviews of cosmetics of 2014, five or more of each buyer and article. */
  AMAZON_BEAUTY(
      "Amazon Beauty 2014, 5-core",
      Source.AMAZON,
      KnownCounts.ofAmazon(198_502).withUsers(22_363).withItems(12_101),
      EventFile.amazon("Beauty"),
      ItemFile.amazon("Beauty")),

  /** Reviews of sports goods of 2014, five or more of each buyer and article. */
  AMAZON_SPORTS(
      "Amazon Sports and Outdoors 2014, 5-core",
      Source.AMAZON,
      KnownCounts.ofAmazon(296_337).withUsers(35_598).withItems(18_357),
      EventFile.amazon("Sports_and_Outdoors"),
      ItemFile.amazon("Sports_and_Outdoors")),

  /** Reviews of toys of 2014, five or more of each buyer and article. */
  AMAZON_TOYS(
      "Amazon Toys and Games 2014, 5-core",
      Source.AMAZON,
      KnownCounts.ofAmazon(167_597).withUsers(19_412).withItems(11_924),
      EventFile.amazon("Toys_and_Games"),
      ItemFile.amazon("Toys_and_Games")),

  /** Reviews of computer games; the value is the hours played. */
  STEAM(
      "Steam reviews",
      Source.STEAM,
      KnownCounts.of(7_793_069, "SASRec's paper").withUsers(2_567_538).withItems(15_474),
      EventFile.steam(),
      ItemFile.steam()),

  /** Where people checked in; places repeat. */
  GOWALLA(
      "Gowalla check-ins",
      Source.GOWALLA,
      KnownCounts.of(6_442_890, "its page at SNAP"),
      EventFile.gowalla()),

  /** What a thousand people listened to, by artist; artists repeat. */
  LAST_FM_1K(
      "Last.fm 1K users",
      Source.LAST_FM,
      KnownCounts.of(19_150_868, "its README").withUsers(992),
      EventFile.lastFm()),

  /** Reviews of businesses, with stars; the edition of 2022. */
  YELP(
      "Yelp open dataset",
      Source.YELP,
      KnownCounts.of(6_990_280, "its page").withItems(150_346),
      EventFile.yelp(),
      ItemFile.yelp()),

  /** What visitors of a shop viewed, put into the cart and bought; the type says which. */
  RETAIL_ROCKET(
      "RetailRocket",
      Source.RETAIL_ROCKET,
      KnownCounts.of(2_756_101, "its page (items: rs_datasets)")
          .withUsers(1_407_580)
          .withItems(235_061),
      EventFile.retailRocket()),

  /** Short videos shown to people; the value is the share of the video that was watched. */
  KUAI_REC(
      "KuaiRec, big matrix",
      Source.KUAI_REC,
      KnownCounts.of(12_530_806, "its page").withUsers(7_176).withItems(10_728),
      EventFile.kuaiRec());

  private final String title;
  private final Source source;
  private final KnownCounts counts;
  private final EventFile events;
  private final Optional<ItemFile> items;

  KnownSet(String title, Source source, KnownCounts counts, EventFile events) {
    this(title, source, counts, events, Optional.empty());
  }

  KnownSet(String title, Source source, KnownCounts counts, EventFile events, ItemFile items) {
    this(title, source, counts, events, Optional.of(items));
  }

  KnownSet(
      String title, Source source, KnownCounts counts, EventFile events, Optional<ItemFile> items) {
    this.title = title;
    this.source = source;
    this.counts = counts;
    this.events = events;
    this.items = items;
  }

  /** As {@link #read(Path, ReadListener)}, in silence. */
  public KnownLog read(Path folder) {
    return read(folder, ReadListener.SILENT);
  }

  /**
   * Reads the set from its original files and says where it does not hold what is stated of it.
   *
   * @param folder holds the first of {@link #files()}, as it is or packed by gzip, and perhaps the
   *     second
   * @param listener hears how far the reading of the events is
   * @throws IllegalArgumentException if the file is not there, is another one, or more than one row
   *     in a hundred is bad
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public KnownLog read(Path folder, ReadListener listener) {
    Path path = events.file().in(folder).orElseThrow(() -> notIn(folder));
    try {
      Interactions bare = events.read(path, listener).withName(title);
      Interactions log = items.map(file -> file.describe(bare, folder)).orElse(bare);
      return new KnownLog(this, log, counts.differences(log.measure()));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s%nIs this %s as published at %s, unchanged?",
              wrong.getMessage(),
              title,
              home()),
          wrong);
    }
  }

  private IllegalArgumentException notIn(Path folder) {
    String file = events.file().name();
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "no %s (or %s.gz) in %s; %s is to be had at %s",
            file,
            file,
            folder.toAbsolutePath().normalize(),
            title,
            home()));
  }

  /** The file of events and, if there is another, that of items. */
  public List<String> files() {
    return Stream.concat(Stream.of(events.file()), items.stream().map(ItemFile::file))
        .map(SetFile::name)
        .distinct()
        .toList();
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
