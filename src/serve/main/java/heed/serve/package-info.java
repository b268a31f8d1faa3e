/**
 * Answers with a trained recommender inside a JVM: many callers at once, bounded waiting, rules, a
 * change of models without a lost request. Knows no network protocol; {@code heed.serve.http} does.
 */
package heed.serve;
