/**
 * What to train on a log that nobody has searched settings for yet: settings by measured evidence,
 * the neighbours that a network has to beat, and the two together.
 */
package heed.recipe;
