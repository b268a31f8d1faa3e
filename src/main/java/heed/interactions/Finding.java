package heed.interactions;

/**
 * One thing a report found in a log.
 *
 * @param what what was looked at
 * @param found what was found, with its numbers
 * @param advice what it means for the next step; empty where nothing needs doing
 */
public record Finding(String what, String found, String advice) {}
