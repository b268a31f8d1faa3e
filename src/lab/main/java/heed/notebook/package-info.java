/**
 * What a cell shows: {@link heed.notebook.Notebook} is what cells call, {@link heed.notebook.Views}
 * gives each kind of value its view, and {@link heed.notebook.Course} tells the notebooks of the
 * course where they run. A new kind of result gets its view with one line in {@code Views}.
 *
 * <p>Knows no kernel: {@link heed.notebook.Screen} is where values are shown, and whoever runs the
 * cells provides it.
 */
package heed.notebook;
