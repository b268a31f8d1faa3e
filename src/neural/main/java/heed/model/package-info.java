/**
 * The networks, each one file read top-down, and their settings.
 *
 * <p>{@link heed.model.Transformer} is every stack of attention blocks; {@link
 * heed.model.sequential.Sasrec}, {@link heed.model.sequential.Ligr}, {@link
 * heed.model.sequential.Bert4Rec}, {@link heed.model.sequential.Hstu} and {@link
 * heed.model.sequential.LinearRec} are its blocks, and their settings choose among attention kinds.
 * The other networks implement {@link heed.model.Network} themselves. Both are open: what a network
 * of one's own needs is {@link heed.model.Events} (what it reads), {@link
 * heed.model.EmbeddingTable} (vectors of items), {@link heed.layer.Parameters} (all it learns),
 * {@link heed.model.Purpose} (dropout and whether attention is wanted) and {@link
 * heed.model.Encoding} (what it returns).
 *
 * <p>Letters: B batch, L length, Q positions asked, D width, H heads, K interests, N items (row 0
 * of an item table is padding).
 */
package heed.model;
