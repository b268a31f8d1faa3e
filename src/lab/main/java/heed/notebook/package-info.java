/**
 * What a cell shows: {@link heed.notebook.Notebook} is what cells call, {@link heed.notebook.Views}
 * gives each kind of value its view, and {@link heed.notebook.Course} knows where the course runs.
 * Uses everything but the kernel.
 *
 * <p>Values are shown on a {@link heed.notebook.Screen}, which whoever runs the cells provides.
 */
package heed.notebook;
