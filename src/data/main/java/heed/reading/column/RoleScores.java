package heed.reading.column;

import heed.log.ColumnRole;
import heed.reading.column.ColumnFacts.Kind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How well each column alone would serve as user, item or time: what its name says, and what its
 * texts show. Points are added; a {@link ColumnName#SURE sure} name outweighs most contents.
 */
final class RoleScores {

  /** Below this, a column is not taken for a role unless somebody says so. */
  static final double LEAST = -4;

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern URL = Pattern.compile("https?://.*");
  private static final Pattern ARTICLE =
      Pattern.compile("B0[0-9A-Z]{8}|\\d{9}[\\dX]|97[89]\\d{10}");
  private static final Pattern AMAZON_USER = Pattern.compile("A[0-9A-Z]{9,27}");

  /**
   * A browser, as Google Analytics numbers it: a random number and the second of its first visit.
   */
  private static final Pattern BROWSER = Pattern.compile("\\d{4,10}\\.\\d{9,10}");

  private static final double GAPS = 12;
  private static final int FEW = 10;
  private static final int MANY_ROWS = 100;

  private final Sample sample;
  private final List<ColumnName> names;
  private final boolean named;

  private final Map<ColumnRole, Map<Integer, Double>> known = new EnumMap<>(ColumnRole.class);

  /** Where a row holds many items, a user may have one row alone. */
  private final boolean hasLists;

  /**
   * @param named whether the columns have names of their own
   */
  RoleScores(Sample sample, boolean named) {
    this.sample = sample;
    this.named = named;
    this.hasLists = IntStream.range(0, sample.width()).anyMatch(this::isList);
    this.names = sample.header().stream().map(ColumnName::of).toList();
  }

  /** What the name says of a role. */
  double name(ColumnRole role, int column) {
    return named ? names.get(column).score(role) : 0;
  }

  /** The score of a column for user, item or time. */
  double of(ColumnRole role, int column) {
    Map<Integer, Double> ofRole = known.computeIfAbsent(role, first -> new HashMap<>());
    Double score = ofRole.get(column);
    if (score == null) {
      score = scored(role, column);
      ofRole.put(column, score);
    }
    return score;
  }

  private double scored(ColumnRole role, int column) {
    double name = name(role, column);
    return switch (role) {
      case TIME -> name + time(column) - (isNamedOther(column) ? ColumnName.SURE : 0);
      case USER ->
          (name(ColumnRole.SESSION, column) >= ColumnName.SURE ? ColumnName.WEAK : name)
              + id(column)
              + user(column)
              - (isList(column) ? ColumnName.SURE : 0);
      case ITEM ->
          (isBasket(column) ? 0 : name) + id(column) + item(column) - (isList(column) ? 1.5 : 0);
      case VALUE, TYPE, SESSION -> name;
    };
  }

  /** Whether texts of a column may be ids of users or items, and its name does not deny it. */
  boolean isIdLike(int column) {
    double named = Math.max(name(ColumnRole.USER, column), name(ColumnRole.ITEM, column));
    return id(column) > -3 && named > LEAST && of(ColumnRole.TIME, column) < ColumnName.WEAK;
  }

  boolean isList(int column) {
    return sample.column(column).share(Kind.LIST) > .5;
  }

  /** A customer's number is no day, however long ago it would be. */
  private boolean isNamedOther(int column) {
    return name(ColumnRole.TIME, column) <= 0
        && Math.max(name(ColumnRole.USER, column), name(ColumnRole.ITEM, column))
            >= ColumnName.SURE - 2;
  }

  /** An author may write reviews, or the book itself. */
  boolean mayBeOfItem(int column) {
    return named && names.get(column).words().contains("author");
  }

  private boolean isBasket(int column) {
    return named && names.get(column).isOfRows() && isList(column);
  }

  boolean isDateOnly(int column) {
    return sample.column(column).share(Kind.DATE_ONLY) > .9;
  }

  boolean isClock(int column) {
    return sample.column(column).share(Kind.CLOCK) > .9;
  }

  private double id(int column) {
    ColumnFacts facts = sample.column(column);
    if (facts.filled() == 0) {
      return -9;
    }
    double score = -2.0 * (facts.rows() - facts.filled()) / facts.rows();
    score -= facts.share(Kind.TEXT_TIME) > .5 ? 12 : facts.share(Kind.TIME) > .9 ? 3 : 0;
    score -= facts.share(Kind.FRACTION) > .5 && !facts.all(BROWSER) ? 8 : 0;
    score -= facts.share(Kind.CLOCK) > .5 ? 8 : 0;
    score -= facts.share(Kind.SENTENCE) > .5 && !isList(column) ? 4 : 0;
    score -= facts.share(Kind.OBJECT) > .5 ? 8 : 0;
    score -= !named && facts.share(Kind.UP_TO_TEN) > .99 ? 1 : 0;
    if (sample.isTelling()) {
      score -= hasLists ? 0 : facts.counts() ? 14 : facts.isUnique() ? 8 : 0;
      score -= facts.distinct() == 1 ? 4 : 0;
      score -= facts.distinct() <= FEW && facts.rows() >= MANY_ROWS ? 3 : 0;
      score -= facts.share(Kind.UP_TO_TEN) > .99 && facts.distinct() <= FEW + 1 ? 2 : 0;
    }
    return score;
  }

  private double user(int column) {
    ColumnFacts facts = sample.column(column);
    double score = facts.all(EMAIL) ? 4 : facts.all(AMAZON_USER) ? 3 : facts.all(URL) ? -3 : 0;
    return score + prefix(ColumnRole.USER, column, NameWords.USER, NameWords.ITEM, "u");
  }

  private double item(int column) {
    ColumnFacts facts = sample.column(column);
    double score = facts.all(EMAIL) ? -6 : facts.all(ARTICLE) ? 3 : isPage(column) ? 3 : 0;
    score -= facts.all(AMAZON_USER) ? 1 : 0;
    return score + prefix(ColumnRole.ITEM, column, NameWords.ITEM, NameWords.USER, "i");
  }

  /** Addresses, where no name says that they are those of items. */
  private boolean isPage(int column) {
    return name(ColumnRole.ITEM, column) <= 0 && sample.column(column).all(URL);
  }

  /** Ids such as user_17 say what they are, where the name of their column does not. */
  private double prefix(
      ColumnRole role, int column, Set<String> mine, Set<String> others, String letter) {
    if (name(role, column) != 0) {
      return 0;
    }
    String prefix = sample.column(column).prefix().orElse("");
    return mine.contains(prefix) ? 4 : others.contains(prefix) ? -4 : prefix.equals(letter) ? 1 : 0;
  }

  private double time(int column) {
    ColumnFacts facts = sample.column(column);
    double texts = facts.share(Kind.TEXT_TIME);
    double any = facts.share(Kind.TIME);
    if (any > .5) {
      double many = sample.isTelling() ? facts.distinct() / (double) facts.rows() : 0;
      double gaps = GAPS * (facts.rows() - facts.filled()) / facts.rows();
      return 5.5 * Math.max(any, texts) + many - gaps - (isDateOnly(column) ? 2 : 0);
    }
    return facts.share(Kind.DAYS) > .9 ? 0 : -12;
  }
}
