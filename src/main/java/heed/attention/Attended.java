package heed.attention;

import ai.djl.ndarray.NDArray;

/**
 * What attention returns.
 *
 * @param states the weighted values: (B, H, L, D/H) from a score, (B, L, D) from a layer
 * @param weights how much each query took of each key, rows summing to 1: (B, H, L, L)
 */
public record Attended(NDArray states, NDArray weights) {}
