/**
 * What would inflate an evaluation, anybody's, and by how much: looking into the future, ties,
 * candidates that are left out, questions that training has seen. Uses the evaluation and the JDK.
 */
package heed.evaluation.checkup;
