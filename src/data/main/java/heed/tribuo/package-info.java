/**
 * Tribuo's models: click predictors to beat, and users grouped by k-means. Uses the core and
 * Tribuo, whose provenance goes into run records.
 */
package heed.tribuo;
