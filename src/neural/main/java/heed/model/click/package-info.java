/**
 * Networks that predict clicks, each in one file with its record of settings. Uses the click tables
 * of the core, attention, layers and DJL.
 *
 * <p>Letters: B rows of a batch, L length of a history, F fields, D width, H heads.
 */
package heed.model.click;
