/**
 * Search spaces: which components of settings may vary, over which ranges, and one seeded draw of
 * them. Settings of models declare theirs, so this package stands below models and knows none.
 */
package heed.search;
