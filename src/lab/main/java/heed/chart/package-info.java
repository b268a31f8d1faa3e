/**
 * Results as Plotly figures, drawn by Tablesaw where it can and as our own JSON where it cannot.
 * Uses the results of all stages, Tablesaw's plots and Gson.
 *
 * <p>Either kind becomes a {@link heed.chart.Figure}, and every figure says in words what it shows.
 */
package heed.chart;
