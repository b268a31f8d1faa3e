package heed.contract.training;

import heed.contract.model.ClickEncodingContract;

/**
 * All that is asked of a network that predicts clicks, ours or anybody's: rows that do not see each
 * other, padding that is not seen, repeatability by seed, saving and loading, five users learnt by
 * heart, and no native array left behind.
 *
 * <p>Names of parameters matter to one check: a table of an item's codes, whose first row is
 * padding, ends with {@code items.codes}, as {@link heed.model.click.FieldVectors} names it.
 */
public interface ClickNetworkContract extends ClickEncodingContract, ClickLearningContract {}
