/**
 * What a network looked at when it answered. Plain arrays out; {@code heed.chart} draws them.
 *
 * <p>Attention shows where a network took its information from. Whether that decided the answer is
 * a question of its own, which a map alone does not settle (Jain and Wallace 2019; Wiegreffe and
 * Pinter 2019).
 */
package heed.explain;
