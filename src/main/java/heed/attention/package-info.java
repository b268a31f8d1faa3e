/**
 * The attention kinds and the layers around them, one small class each, over DJL arrays.
 *
 * <p>Letters: B batch, L length, D width, H heads, N items. Results belong to the memory manager of
 * the first operand, which is always the step's input, never a parameter.
 */
package heed.attention;
