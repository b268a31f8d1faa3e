/**
 * Operators of PyTorch that DJL has no call for, each a few lines of TorchScript, with gradients.
 *
 * <p>Whoever uses one has a plain path beside it, made of DJL's own calls, that gives the same
 * numbers.
 */
package heed.script;
