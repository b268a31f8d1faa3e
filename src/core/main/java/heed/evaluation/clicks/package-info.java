/**
 * Evaluation of click predictors: AUC over all rows and within users, log-loss, accuracy, mean
 * absolute error, calibration. Uses the contract of click predictors, significance and the JDK.
 */
package heed.evaluation.clicks;
