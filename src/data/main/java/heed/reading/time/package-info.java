/** The ways in which logs write times: as numbers of some unit, or as texts. Uses the core. */
package heed.reading.time;
