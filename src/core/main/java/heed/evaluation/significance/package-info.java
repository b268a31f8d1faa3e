/**
 * Whether two recommenders differ or chance explains it: intervals by resampling users, and paired
 * tests with a correction for several comparisons. Uses predictions and the JDK.
 */
package heed.evaluation.significance;
