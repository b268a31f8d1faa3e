/** Recommenders that a network has to beat before it is worth its training time. */
package heed.baseline;
