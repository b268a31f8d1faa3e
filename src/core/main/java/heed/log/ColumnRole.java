package heed.log;

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
  public boolean isNeeded() {
    return this == USER || this == ITEM || this == TIME;
  }

  /** Whether it names somebody or something, out of as many as there are. */
  public boolean isId() {
    return this != TIME && this != VALUE;
  }

  /** The column of a read's relations that holds it. */
  public String column() {
    return switch (this) {
      case USER -> "u";
      case ITEM -> "i";
      case TIME -> "t";
      case VALUE -> "v";
      case TYPE -> "y";
      case SESSION -> "s";
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
