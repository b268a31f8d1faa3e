/**
 * Bundles: a trained recommender with all that it needs to answer elsewhere, in one file. What can
 * be in one is open ({@link heed.bundle.BundleKind}); a jar adds its own by {@link
 * heed.bundle.BundleExtension}. Uses recommenders, click predictors, features and files.
 */
package heed.bundle;
