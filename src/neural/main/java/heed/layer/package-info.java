/**
 * The parameters of a network and the small layers that all networks share: linear maps,
 * embeddings, positions, layer norm, dropout. Uses DJL.
 *
 * <p>Letters: B batch, L length, D width, H heads, N items. Numbers are float32. Results belong to
 * the memory manager of the first operand, which is always the step's input, never a parameter.
 */
package heed.layer;
