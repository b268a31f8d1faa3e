/**
 * What is wrong with a log, with a severity, a verdict and a remedy for each finding. Uses the log
 * and the steps that would help.
 */
package heed.report;
