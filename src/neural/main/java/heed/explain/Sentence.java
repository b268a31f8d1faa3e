package heed.explain;

import heed.explain.trust.AttentionSwap;
import heed.explain.trust.Counterfactual;
import heed.explain.trust.RankAgreement;
import heed.explain.trust.SeedStability;
import heed.explain.trust.Verdict;

/** A result that is read as a sentence: its {@code toString} says it, with its numbers. */
public sealed interface Sentence
    permits AttentionSwap, Counterfactual, RankAgreement, Reasons, SeedStability, Verdict {}
