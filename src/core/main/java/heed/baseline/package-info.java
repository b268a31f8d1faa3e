/**
 * Recommenders that count instead of learning by gradient, which every network has to beat:
 * popularity, neighbours, a Markov chain, EASE, ALS. Uses sequences, the recommender's contract and
 * EJML.
 *
 * <p>FPMC (Rendle et al. 2010) and TransRec (He et al. 2017) are not here. Both learn an embedding
 * for each user of the training part, but a recommender here is asked with histories that training
 * has not seen. Without the user's embedding FPMC is a factorised Markov chain, which {@link
 * heed.baseline.MarkovChain} counts. Both learn by stochastic gradients and would need a trainer of
 * their own beside that of the networks, which represent a user by her history.
 */
package heed.baseline;
