package heed.kernel;

/**
 * The three ways an error is written: bold and red are readable on any background, black is not.
 */
final class Ansi {

  private Ansi() {}

  static String bold(String text) {
    return "\u001B[1m" + text + "\u001B[0m";
  }

  static String red(String text) {
    return "\u001B[1;31m" + text + "\u001B[0m";
  }
}
