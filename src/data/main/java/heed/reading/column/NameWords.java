package heed.reading.column;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words that people name the columns of logs by, each under what it says of its column. */
final class NameWords {

  /** Who acts. */
  static final Set<String> USER =
      words(
          """
          user usr uid customer cust member visitor shopper buyer client consumer account person
          reviewer reader viewer listener player subscriber household student learner patient
          guest employee profile cookie nick username userid visitorid who actor fullvisitor
          purchaser borrower passenger rater reviewerid author kunde kunden benutzer nutzer
          usuario cliente clientes utilisateur utente gebruiker klant klient acheteur comprador
          compradora kullanici musteri пользователь клиент покупатель 用户 客户 会员 顧客 ユーザー
          """);

  /** What is acted on. */
  static final Set<String> ITEM =
      words(
          """
          item iid itm product prod movie film sku asin article artikel track song artist album
          video book isbn game app business restaurant venue poi location place good goods thing
          stock recipe news material ean upc gtin course show episode hotel listing job page url
          content merchandise clip podcast station offer ad story post tag anime manga beer wine
          joke photo image parent what object variant producto articulo produit prodotto produto
          itemid recording bookmark link lesson exercise question problem quiz property apartment
          dish drink coupon document doc paper material pelicula filme libro livre livro buch cancion musica chanson titel vid
          товар фильм книга артикул 商品 物品 产品 电影 製品
          """);

  /** When. */
  static final Set<String> TIME =
      words(
          """
          time timestamp stamp ts date datetime dt when at moment happened occurred day datum
          zeit fecha hora heure orario data created utc epoch unixtime zeitstempel timestamps
          tijd tijdstip bestelldatum listened played watched purchased ordered placed дата время
          时间 日期 時間 日時
          """);

  /** How much or how well. */
  static final Set<String> VALUE =
      words(
          """
          rating rate value score stars overall weight count playcount plays price quantity qty
          amount hours bewertung menge note puntuacion preference pref listens aantal quantite
          quantita quantidade cantidad calificacion valoracion nota avaliacao evaluation voto
          anzahl ilosc ocena ratio betrag montant importe importo bedrag antal adet оценка количество рейтинг 评分 评级 数量 評価
          """);

  static final Set<String> TYPE =
      words("type event action behavior behaviour kind interaction activity verb");

  static final Set<String> SESSION = words("session visit sess sid");

  /** What names a row, a purchase of several rows, or nothing at all. */
  static final Set<String> ROW =
      words(
          """
          index idx row rownum rownumber rowid unnamed level record log line lineno order
          invoice basket transaction trans receipt ticket bill cart seq sequence serial entry
          impression step rank position
          """);

  /** What is known of a user, an item or an event, and names neither. */
  static final Set<String> ATTRIBUTE =
      words(
          """
          country city state region zip postcode gender sex age birth born birthday latitude
          longitude lat lon lng frame timeframe brand category cat genre genres class department
          section description desc comment text review summary body message language lang
          currency status flag color colour size weekday month year hour duration length channel
          source referrer browser os platform ip agent discount tax total cost store shop seller
          vendor supplier group segment cluster label rating_count version email_hash address
          phone helpful unit pages umsatz netto prix precio preco prezzo preis prijs cena цена
          价格
          """);

  /** What makes a word the name of an id. */
  static final Set<String> ID =
      words(
          """
          id ids no nr num number code key hash uuid guid ref sk pk oid token identifier nummer uri
          urn mbid msid numero номер 编号 番号 ид
          """);

  /** What makes a name that of several. */
  static final Set<String> LIST = words("list lists seq sequence history");

  /** What is said of an id or a time and changes nothing. */
  static final Set<String> FILLER =
      words(
          """
          the my raw orig original encoded anon anonymous anonymized hashed mapped new dim fk
          unix local event view click purchase check in checkin server client_side start begin
          iso ms sec seconds millis milliseconds utc of by last
          """);

  /** A name for somebody or something, that is an id where there is no other. */
  static final Set<String> NAMING = words("name login email mail handle title");

  /** What makes a date another than that of the event. */
  static final Set<String> OTHER_DATE =
      words(
          """
          release released publish published publication birth born expiry expire expires due
          shipped ship shipping delivery delivered update updated modified edited joined join
          signup registered registration register end ended stop until launch available cancel
          cancelled paid payed fulfilled refunded closed edit load loaded ingest ingested ingestion
          inserted import imported export exported etl processed synced
          """);

  /** In which a time counts, behind its name. */
  static final Set<String> UNIT_OF_TIME =
      words("ms msec sec secs seconds millis milliseconds micros us ns iso utc gmt");

  /** What takes a time, and does not happen at one. */
  static final Set<String> LASTING =
      words("play playing watch watching dwell elapsed listening spent response load video page");

  /** What became of the pieces that a name counts: qty_ordered. */
  static final Set<String> DEALT =
      words("ordered sold purchased bought invoiced shipped delivered placed total sum");

  /** What is said of an id by those who changed it, behind its name. */
  static final Set<String> CHANGED =
      words(
          """
          pseudo anon anonymous anonymized anonymised hashed encoded mapped masked encrypted raw
          orig original enc new
          """);

  /** Everything above, to take names without a mark between words apart. */
  static final Set<String> ALL =
      union(
          List.of(
              USER,
              ITEM,
              TIME,
              VALUE,
              TYPE,
              SESSION,
              ROW,
              ATTRIBUTE,
              ID,
              LIST,
              FILLER,
              NAMING,
              CHANGED,
              OTHER_DATE));

  private NameWords() {}

  private static Set<String> words(String line) {
    return Set.copyOf(Arrays.asList(ColumnName.plain(line).strip().split("\\s+", -1)));
  }

  private static Set<String> union(List<Set<String>> sets) {
    Set<String> all = new HashSet<>();
    sets.forEach(all::addAll);
    return Set.copyOf(all);
  }
}
