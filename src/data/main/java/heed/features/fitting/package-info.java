/**
 * Fits features to the training part of a log: scales, vocabularies, counts of the past. Uses the
 * log, the records of fitted features, Tablesaw, Lucene and Commons Statistics.
 */
package heed.features.fitting;
