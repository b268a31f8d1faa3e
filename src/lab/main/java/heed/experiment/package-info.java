/**
 * The stages composed under one name, and the run records that make every published figure
 * traceable. Uses core, data and neural networks, and Gson.
 */
package heed.experiment;
