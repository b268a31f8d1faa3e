/**
 * From a log to a page to decide by: {@link heed.decision.DecisionReport} is the command behind
 * {@code environment/report}. Uses all of the library.
 */
package heed.decision;
