/**
 * Which column of a log is what, by names and by contents: pure functions of a header and of
 * sampled rows. Uses the core and the ways of writing times.
 */
package heed.reading.column;
