/** The contract every recommender meets: histories in, scores or ranked items out. Plain JDK. */
package heed.recommend;
