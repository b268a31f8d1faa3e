/**
 * What a network has to beat: counts, neighbours, linear maps and Tribuo's models.
 *
 * <p>FPMC (Rendle et al. 2010) and TransRec (He et al. 2017) are not here. Both learn first-order
 * transitions by stochastic gradients, so each would bring a trainer of its own; {@link
 * heed.baseline.MarkovChain} counts the same transitions, and the networks personalise them.
 */
package heed.baseline;
