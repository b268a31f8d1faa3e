/**
 * A log of who did what and when, as arrays: events, ids, attributes, and the contracts of what
 * reads and prepares them. Uses the JDK; it reads no file.
 *
 * <p>{@link heed.log.Interactions} holds one code for each event's user and item, a time in
 * milliseconds, and what else the log has. A {@link heed.log.Preparation} is a list of {@link
 * heed.log.Step}s, and a record of what they did.
 */
package heed.log;
