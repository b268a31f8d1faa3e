"""The figures that EvaluationReferenceTest holds Heed's measures against.

Ranking measures come from ranx, AUC from scikit-learn, what lists are like from RecTools and SciPy,
tests, intervals and what sampling expects from SciPy; the Gini coefficient from its definition by mean differences.

    pip install ranx rectools scikit-learn scipy
    python src/reference/evaluation_reference.py
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from ranx import Qrels, Run, evaluate
from rectools import Columns
from rectools.metrics import AvgRecPopularity, CatalogCoverage, MeanInvUserFreq, Serendipity
from scipy.spatial.distance import pdist
from scipy.stats import bootstrap, entropy, hypergeom, permutation_test
from sklearn.metrics import roc_auc_score

TARGET = Path(__file__).parents[1] / "core/test/resources/heed/evaluation/evaluation-reference.json"

QUESTIONS, ITEMS, WIDTH, CATEGORIES = 12, 40, 5, 6
CUTS = [1, 3, 10, 50]
LIST = 10
SMOOTHING = 0.01


def main():
    random = np.random.default_rng(7)
    scores = random.permuted(np.tile(np.arange(ITEMS), (QUESTIONS, 1)), axis=1).astype(float)
    relevant = [
        sorted(random.choice(ITEMS, size, replace=False).tolist()) for size in [1, 1, 1, 1, 2, 2, 3, 4, 6, 9, 12, 39]
    ]
    reference = {"items": ITEMS, "ranks": ranks(scores, relevant), "metrics": ranking(scores, relevant)}
    reference["lists"] = shown(random, scores)
    reference["tests"] = tests(random)
    reference["sampled"] = [sampled(*asked) for asked in [(1, 40, 10), (7, 40, 10), (40, 40, 10), (900, 3650, 100)]]
    reference["several targets"] = several_targets(np.random.default_rng(11))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(reference) + "\n")


def ranks(scores, relevant):
    order = np.argsort(-scores, axis=1)
    places = np.argsort(order, axis=1) + 1
    return [sorted(places[q, items].tolist()) for q, items in enumerate(relevant)]


def ranking(scores, relevant):
    qrels = Qrels({f"q{q:02}": {f"i{i}": 1 for i in items} for q, items in enumerate(relevant)})
    run = Run({f"q{q:02}": {f"i{i}": row[i] for i in range(ITEMS)} for q, row in enumerate(scores)})
    metrics = of_run(qrels, run)
    metrics["AUC"] = [
        float(roc_auc_score(np.isin(np.arange(ITEMS), items), row))
        for items, row in zip(relevant, scores, strict=True)
    ]
    return metrics


def of_run(qrels, run):
    names = {
        "HR": "hit_rate", "precision": "precision", "recall": "recall", "F1": "f1", "NDCG": "ndcg",
        "MAP": "map", "MRR": "mrr",
    }  # fmt: skip
    metrics = {}
    for ours, theirs in names.items():
        for k in CUTS:
            values = evaluate(qrels, run, f"{theirs}@{k}", return_mean=False)
            metrics[f"{ours}@{k}"] = np.asarray(values).tolist()
    metrics["MRR"] = np.asarray(evaluate(qrels, run, "mrr", return_mean=False)).tolist()
    return metrics


def several_targets(random):
    """Questions with one to nine right answers, from scores to means; what a history holds does not compete."""
    scores = random.permuted(np.tile(np.arange(ITEMS), (QUESTIONS, 1)), axis=1).astype(float)
    shuffled = random.permuted(np.tile(np.arange(ITEMS), (QUESTIONS, 1)), axis=1)
    seen = [sorted(row[:q].tolist()) for q, row in enumerate(shuffled)]
    relevant = [sorted(row[20 : 20 + size].tolist()) for row, size in zip(shuffled, [1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 9], strict=True)]
    competing = [np.setdiff1d(np.arange(ITEMS), items) for items in seen]
    qrels = Qrels({f"q{q:02}": {f"i{i}": 1 for i in items} for q, items in enumerate(relevant)})
    run = Run({f"q{q:02}": {f"i{i}": scores[q, i] for i in items} for q, items in enumerate(competing)})
    metrics = of_run(qrels, run)
    metrics["AUC"] = [
        float(roc_auc_score(np.isin(items, relevant[q]), scores[q, items])) for q, items in enumerate(competing)
    ]
    lists = [items[np.argsort(-scores[q, items])][:LIST] for q, items in enumerate(competing)]
    reco = frame([(q, i, r + 1) for q, row in enumerate(lists) for r, i in enumerate(row)], Columns.Rank)
    before = frame([(q, i) for q, items in enumerate(seen) for i in items])
    truth = frame([(q, i) for q, items in enumerate(relevant) for i in items])
    serendipity = Serendipity(k=LIST).calc_per_user(reco, truth, before, list(range(ITEMS)))
    return {
        "scores": scores.tolist(),
        "histories": seen,
        "targets": relevant,
        "metrics": metrics,
        "serendipity": serendipity.tolist(),
        "sampled NDCG@10": float(np.mean([
            sampled_gain(scores[q, items], np.isin(items, relevant[q]), 10) for q, items in enumerate(competing)
        ])),
    }  # fmt: skip


def sampled_gain(scores, relevant, drawn):
    """The mean NDCG@10 of several targets among so many drawn others: each target's gain has a mean of its own."""
    order = np.argsort(-scores)
    places = np.flatnonzero(relevant[order])
    others = len(scores) - len(places)
    above = np.arange(drawn + 1)
    gain = 0
    for j, place in enumerate(places):
        gains = np.where(j + above < 10, 1 / np.log2(j + above + 2), 0)
        gain += hypergeom(others, place - j, drawn).pmf(above) @ gains
    return gain / (1 / np.log2(np.arange(min(10, len(places))) + 2)).sum()


def shown(random, scores):
    lists = np.argsort(-scores, axis=1)[:, :LIST]
    histories = [random.choice(ITEMS // 2, size, replace=False) for size in range(2, 2 + QUESTIONS)]
    targets = [int(lists[q, q % LIST]) if q % 3 else int((lists[q, 0] + 1) % ITEMS) for q in range(QUESTIONS)]
    categories = [sorted(random.choice(CATEGORIES, 1 + i % 3, replace=False).tolist()) for i in range(ITEMS)]
    vectors = random.normal(size=(ITEMS, WIDTH))
    reco = frame([(q, i, r + 1) for q, row in enumerate(lists) for r, i in enumerate(row)], Columns.Rank)
    before = frame([(q, i) for q, items in enumerate(histories) for i in items])
    truth = frame(list(enumerate(targets)))
    catalogue = list(range(ITEMS))
    exposure = np.bincount(lists.ravel(), minlength=ITEMS)
    popularity = np.bincount(np.concatenate(histories), minlength=ITEMS)
    own = np.mean([popularity[items].mean() for items in histories])
    taken = AvgRecPopularity(k=LIST).calc(reco, before)
    return {
        "lists": lists.tolist(),
        "histories": [items.tolist() for items in histories],
        "targets": targets,
        "categories": categories,
        "vectors": vectors.tolist(),
        "coverage": CatalogCoverage(k=LIST, normalize=True).calc(reco, catalogue),
        "gini": float(np.abs(exposure[:, None] - exposure[None, :]).mean() / 2 / exposure.mean()),
        "novelty": MeanInvUserFreq(k=LIST).calc_per_user(reco, before).tolist(),
        "serendipity": Serendipity(k=LIST).calc_per_user(reco, truth, before, catalogue).tolist(),
        "diversity by categories": [float(pdist(one_hot(categories)[row], "jaccard").mean()) for row in lists],
        "diversity by vectors": [float(pdist(vectors[row], "cosine").mean()) for row in lists],
        "popularity lift": float(taken / own - 1),
        "miscalibration": [
            divergence(categories, items, row) for items, row in zip(histories, lists, strict=True)
        ],
        "repeats": [float(np.isin(row, items).mean()) for row, items in zip(lists, histories, strict=True)],
    }


def frame(rows, *more):
    return pd.DataFrame(rows, columns=[Columns.User, Columns.Item, *more])


def one_hot(categories):
    return np.array([np.isin(np.arange(CATEGORIES), held) for held in categories])


def divergence(categories, history, shown):
    shares = one_hot(categories) / one_hot(categories).sum(axis=1, keepdims=True)
    own, given = shares[history].mean(axis=0), shares[shown].mean(axis=0)
    return float(entropy(own, (1 - SMOOTHING) * given + SMOOTHING * own, base=2))


def sampled(rank, candidates, drawn):
    """The mean NDCG@10 of a target of this rank among so many drawn others."""
    above = np.arange(drawn + 1)
    chances = hypergeom(candidates - 1, rank - 1, drawn).pmf(above)
    gains = np.where(above < 10, 1 / np.log2(above + 2), 0)
    return {"rank": rank, "candidates": candidates, "drawn": drawn, "NDCG@10": float(chances @ gains)}


def tests(random):
    first = random.uniform(size=9)
    second = first - random.normal(0.2, 0.2, size=9)
    exact = permutation_test((first, second), lambda a, b: np.mean(a - b), permutation_type="samples")
    many_first = random.uniform(size=200)
    many_second = many_first - random.normal(0.02, 0.15, size=200)
    drawn = permutation_test(
        (many_first, many_second), lambda a, b, axis: np.mean(a - b, axis=axis), permutation_type="samples",
        n_resamples=100_000, rng=random, vectorized=True,
    )  # fmt: skip
    interval = bootstrap(
        (many_first,), np.mean, n_resamples=100_000, method="percentile", rng=random
    ).confidence_interval
    return {
        "first": first.tolist(),
        "second": second.tolist(),
        "exact p": float(exact.pvalue),
        "many first": many_first.tolist(),
        "many second": many_second.tolist(),
        "drawn p": float(drawn.pvalue),
        "low": float(interval.low),
        "high": float(interval.high),
    }


if __name__ == "__main__":
    main()
