package heed.report;

import java.time.Instant;

/**
 * One of about equally large parts of a log, in order of time.
 *
 * @param from its first moment
 * @param to its last moment
 * @param events how many there are
 * @param newUsers the share of its events, in 0..1, whose user had none in earlier periods
 * @param newItems the share of its events, in 0..1, whose item had none in earlier periods
 */
public record Period(Instant from, Instant to, int events, double newUsers, double newItems) {}
