/**
 * Searches settings on validation data: random or grid, with successive halving, over any component
 * of a record. Uses training and the JDK; a search that was killed continues from its file of
 * tries.
 */
package heed.tuning;
