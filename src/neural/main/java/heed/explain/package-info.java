/**
 * What a network looked at when it answered, and what decided the answer. Plain arrays out; {@code
 * heed.chart} draws them.
 *
 * <p>Attention shows where a network took its information from. Whether that decided the answer is
 * a question of its own, which a map alone does not settle (Jain and Wallace 2019; Wiegreffe and
 * Pinter 2019). So every {@link heed.explain.Explainer} can be asked the same question, and {@link
 * heed.explain.Erasure} takes away what it says mattered and asks the recommender again.
 */
package heed.explain;
