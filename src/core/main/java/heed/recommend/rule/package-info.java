/**
 * What a shop asks of a list beside fit: items left out, allowed, capped, raised, varied. A rule is
 * a small value that knows no catalogue; it is bound to the items of one before it is used, so the
 * same rule outlives a change of models.
 */
package heed.recommend.rule;
