/**
 * Whether an explanation may be believed: deletion and insertion, comprehensiveness and
 * sufficiency, swapped attention, stability over seeds, each against two controls. Uses the
 * explainers, and significance from the core.
 */
package heed.explain.trust;
