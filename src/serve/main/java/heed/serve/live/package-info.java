/**
 * Users who click while they are served: what they did since the model was trained, in memory with
 * a bound and an expiry, and in an append-only file if told.
 */
package heed.serve.live;
