/**
 * Turns a log into clicks: labels, a split in time, and the features and histories that each row
 * may see. Uses the log, features and the click tables of the core.
 */
package heed.clicks.preparation;
