/**
 * Result records as figures: each chart draws one kind of result with the parts of {@link
 * heed.figure}, or takes Tablesaw's drawing where that has one, and says in words what it shows.
 */
package heed.chart;
