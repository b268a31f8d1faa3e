/**
 * What a network has to beat: counts, neighbours, linear maps and Tribuo's models.
 *
 * <p>FPMC (Rendle et al. 2010) and TransRec (He et al. 2017) are not here. Both give each user of
 * the training part a vector, and a recommender is asked here with histories that no training has
 * seen: without that vector FPMC is a factorised chain, which {@link heed.baseline.MarkovChain}
 * counts. Both learn by stochastic gradients, so each would bring a trainer of its own beside that
 * of the networks, which make a user of her history.
 */
package heed.baseline;
