package heed.serve;

/** What becomes of the items of a history that the catalogue does not hold. */
public enum UnknownItems {
  /** They are left out. */
  IGNORED,
  /** They are left out, and {@link Answer#warnings} names them. */
  WARNED,
  /** The request fails with an {@link IllegalArgumentException} that names them. */
  REFUSED
}
