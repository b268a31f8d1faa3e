/**
 * Sequences larger than memory: one file of flat arrays that training and evaluation map into
 * memory. Uses files and sequences; what makes such a file from a large log stands in {@code
 * heed.compact.preparation}.
 */
package heed.compact;
