/**
 * The course's leaderboards: every model of the library, tuned alike, on one log. Uses what the
 * library offers to everybody.
 */
package heed.bench;
