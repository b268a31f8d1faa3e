package heed.interactions;

import java.util.Locale;

/** What a column of a log can hold. */
public enum ColumnRole {
  /** Who did it. */
  USER,
  /** With what. */
  ITEM,
  /** When. */
  TIME,
  /** A rating, a count, a price. */
  VALUE,
  /** The kind of event, such as view or purchase. */
  TYPE,
  /** The visit it belongs to. */
  SESSION;

  /** A log without it is none. */
  boolean isNeeded() {
    return this == USER || this == ITEM || this == TIME;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
