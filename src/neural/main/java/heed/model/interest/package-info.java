/**
 * Networks that keep several interests of a user apart, and interest profiles that follow a user
 * without a gradient. Uses attention, layers and DJL.
 *
 * <p>Letters: B batch, L length, D width, K interests, V words, N items (row 0 of an item table is
 * padding).
 */
package heed.model.interest;
