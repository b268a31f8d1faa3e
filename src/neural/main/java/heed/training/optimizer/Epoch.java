package heed.training.optimizer;

/**
 * What one epoch came to.
 *
 * @param number from 1
 * @param loss mean training loss, in nats a target
 * @param validation the validation metric after it
 * @param seconds it took, validation included
 */
public record Epoch(int number, double loss, double validation, double seconds) {}
