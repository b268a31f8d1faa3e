/** The stages composed, and the run records that make every published figure traceable. */
package heed.experiment;
