/**
 * Attributes of items and users, and counts of what happened before, as numbers for a model.
 *
 * <p>What is learnt is learnt from the training part alone, and is a small record that can be
 * saved: {@link heed.features.fitting.FeatureSet#fit}. Each kind of feature says what a missing
 * value becomes.
 */
package heed.features;
