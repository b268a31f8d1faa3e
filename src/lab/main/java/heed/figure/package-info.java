/**
 * Plotly figures: what one is made of ({@link heed.figure.Trace}, {@link heed.figure.Axis}, {@link
 * heed.figure.Layout}), the look that all share, and the files and pages it is written to. Knows no
 * result; what draws one is a {@link heed.figure.Chart}.
 */
package heed.figure;
