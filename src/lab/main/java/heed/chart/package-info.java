/**
 * Result records as Plotly figures: Tablesaw's where it can draw them, our own JSON where it
 * cannot. Either becomes a {@link heed.chart.Figure}, and every figure says in words what it shows.
 */
package heed.chart;
