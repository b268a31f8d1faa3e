/**
 * What a network attended to when it answered, and what decided the answer. Uses networks, DJL and,
 * for principal components, EJML; gives plain arrays, which the charts draw.
 *
 * <p>Attention shows from where a network took information. Whether that decided the answer is
 * another question, which a map alone does not settle (Jain and Wallace 2019; Wiegreffe and Pinter
 * 2019). So every {@link heed.explain.Explainer} can be asked the same question, and {@link
 * heed.explain.Erasure} removes what it calls important and asks the recommender again.
 */
package heed.explain;
