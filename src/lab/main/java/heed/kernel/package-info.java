/**
 * Runs the cells of a notebook: the kernel's entries, the shell behind them, what cells print, how
 * their errors read, and what the reader asks while writing.
 *
 * <p>{@link heed.kernel.Session} runs cells for both kernels and knows neither. {@link
 * heed.kernel.Cells} and {@link heed.kernel.Questions} answer what a kernel is asked; each kernel's
 * library carries the {@link heed.kernel.Request}s. Only the classes whose names begin with IJava
 * or JJava, and {@link heed.kernel.HeedKernel}, know one.
 */
package heed.kernel;
