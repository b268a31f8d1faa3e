/**
 * The state of a training in one file, from which a killed run resumes to the same weights. Uses
 * whole files, Gson and DJL.
 */
package heed.training.checkpoint;
