package heed.kernel.magic;

import java.util.Optional;

/**
 * One thing that a line with a percent sign can ask for.
 *
 * @param usage as it is typed, such as {@code %load FILE}
 * @param what it does, in a few words
 * @param action does it
 */
record Magic(String usage, String what, Action action) {

  /** What is done; the value is what the line ends in, if it is an expression. */
  interface Action {
    Optional<Object> run(String arguments, MagicLine line, String cell, Workbench bench)
        throws Exception;
  }

  /** With its percent signs, as it is typed. */
  String name() {
    return usage.split(" ", 2)[0];
  }
}
