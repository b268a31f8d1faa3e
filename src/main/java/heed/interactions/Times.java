package heed.interactions;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** How a log writes its times. A log without a zone is read as UTC. */
enum Times {
  SECONDS("seconds since 1970") {
    @Override
    Instant parse(String text) {
      return Instant.ofEpochSecond(wholeNumber(text));
    }
  },
  MILLISECONDS("milliseconds since 1970") {
    @Override
    Instant parse(String text) {
      return Instant.ofEpochMilli(wholeNumber(text));
    }
  },
  DATE("a date such as 2026-01-31") {
    @Override
    Instant parse(String text) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
  },
  DATE_TIME("a time such as 2026-01-31T12:30:00") {
    @Override
    Instant parse(String text) {
      return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
  },
  ZONED("a time such as 2026-01-31T12:30:00Z") {
    @Override
    Instant parse(String text) {
      return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
    }
  };

  /** 1973 in milliseconds, 5138 in seconds: no log reaches back or ahead so far. */
  private static final long SMALLEST_MILLISECONDS = 100_000_000_000L;

  /** Seconds below this (1973) are more likely a count or a rating than a time. */
  private static final long SMALLEST_PLAUSIBLE = 100_000_000L;

  final String meaning;

  Times(String meaning) {
    this.meaning = meaning;
  }

  /** Throws {@link DateTimeException} or {@link NumberFormatException} if the text is no time. */
  abstract Instant parse(String text);

  boolean reads(String text) {
    try {
      parse(text);
      return true;
    } catch (DateTimeException | ArithmeticException | NumberFormatException notThisWay) {
      return false;
    }
  }

  /** The way of writing that reads most of these texts; seconds where none reads any. */
  static Times of(List<String> texts) {
    Times best = SECONDS;
    long most = 0;
    for (Times way : values()) {
      long count = texts.stream().filter(way::reads).count();
      if (count > most) {
        best = way;
        most = count;
      }
    }
    boolean large =
        best == SECONDS
            && texts.stream().filter(SECONDS::reads).mapToLong(Times::wholeNumber).max().orElse(0)
                >= SMALLEST_MILLISECONDS;
    return large ? MILLISECONDS : best;
  }

  static boolean looksLikeTime(String text) {
    if (SECONDS.reads(text)) {
      return wholeNumber(text) >= SMALLEST_PLAUSIBLE;
    }
    return DATE.reads(text) || DATE_TIME.reads(text) || ZONED.reads(text);
  }

  private static long wholeNumber(String text) {
    // 964982703.0 is how pandas writes a column that once had a gap.
    return Long.parseLong(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
  }
}
