package heed.interactions;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** How a known set writes its times. */
enum KnownTime {
  SECONDS("seconds since 1970") {
    @Override
    long millis(String text) {
      return Math.multiplyExact(1_000L, Long.parseLong(text));
    }
  },
  DECIMAL_SECONDS("seconds since 1970, with decimals") {
    @Override
    long millis(String text) {
      return new BigDecimal(text).movePointRight(3).longValue();
    }
  },
  MILLISECONDS("milliseconds since 1970") {
    @Override
    long millis(String text) {
      return Long.parseLong(text);
    }
  },
  INSTANT("a time such as 2010-10-19T23:55:27Z") {
    @Override
    long millis(String text) {
      return Instant.parse(text).toEpochMilli();
    }
  },
  DATE("a date such as 2017-12-17") {
    @Override
    long millis(String text) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }
  },
  DATE_TIME("a time such as 2018-07-07 22:09:11") {
    @Override
    long millis(String text) {
      return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
  };

  private final String meaning;

  KnownTime(String meaning) {
    this.meaning = meaning;
  }

  abstract long millis(String text);

  /**
   * The time in milliseconds since 1970; a time without a zone is taken as UTC.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  long read(String text) {
    try {
      return millis(text);
    } catch (DateTimeException | ArithmeticException | NumberFormatException notThisWay) {
      throw new IllegalArgumentException("time '" + text + "' is not " + meaning, notThisWay);
    }
  }
}
