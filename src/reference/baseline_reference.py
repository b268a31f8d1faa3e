"""The figures that BaselineReferenceTest holds Heed's baselines against, on the bundled log.

Everything is computed anew with pandas, NumPy and SciPy, as dense as it is defined: the 5-core, the
order of ties in time, the leave-one-out split, item-kNN, EASE, session-kNN and the Markov chain, and
NDCG@10 over all films with ties against the target.

    pip install numpy pandas scipy
    python src/reference/baseline_reference.py
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import sparse

HOME = Path(__file__).parents[2]
RATINGS = HOME / "data/ml-latest-small/ratings.csv"
TARGET = HOME / "src/data/test/resources/heed/baseline/baseline-reference.json"

ASKED = [0, 100, 345, 609]
SHOWN = [1, 500, 1800, 3600]


def main():
    ids, histories = read()
    train = [history[:-2] for history in histories]
    asked = [history[:-1] for history in histories]
    targets = np.array([history[-1] for history in histories])
    items = len(ids)
    taken = matrix(train, items)
    scored = {
        "item-kNN": item_knn(taken, asked, 100, 10.0, 1.0),
        "item-kNN, decay": item_knn(taken, asked, 50, 0.0, 0.9),
        "EASE": ease(taken, asked, 200.0),
        "session-kNN": session_knn(taken, asked, 100, 0.9),
        "Markov chain": markov(train, asked, items, 3, 5.0),
    }
    reference = {
        "items": items,
        "events": sum(map(len, train)),
        "targets": int(targets.sum()),
        "asked": ASKED,
        "shown": SHOWN,
        "baselines": {
            name: {
                "NDCG@10": ndcg(scores, asked, targets),
                "scores": scores[np.ix_(ASKED, np.array(SHOWN) - 1)].tolist(),
            }
            for name, scores in scored.items()
        },
    }
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(reference, indent=1) + "\n")
    for name, figures in reference["baselines"].items():
        print(f"{name:20} NDCG@10 {figures['NDCG@10']:.5f}")


def read():
    """Item ids, and each user's items by number from 1, oldest first."""
    log = pd.read_csv(RATINGS, dtype={"userId": str, "movieId": str})
    while True:
        enough = (log.groupby("userId").movieId.transform("size") >= 5) & (
            log.groupby("movieId").userId.transform("size") >= 5
        )
        if enough.all():
            break
        log = log[enough]
    ids = sorted(log.movieId.unique())
    number = {item: i + 1 for i, item in enumerate(ids)}
    log = log.assign(item=log.movieId.map(number))
    log["tie"] = [drawn(1, java_hash(user), item) for user, item in zip(log.userId, log.item, strict=True)]
    log = log.sort_values(["userId", "timestamp", "tie"])
    return ids, [user.item.tolist() for _, user in log.groupby("userId", sort=True)]


def java_hash(text):
    value = 0
    for letter in text:
        value = (31 * value + ord(letter)) & 0xFFFFFFFF
    return value


def drawn(seed, user, item):
    """SplitMix64's finaliser of seed, user and item, as a signed number."""
    full = (1 << 64) - 1
    bits = (seed * 0x9E3779B97F4A7C15 + ((user << 32) ^ item)) & full
    bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & full
    bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & full
    bits ^= bits >> 31
    return bits - (1 << 64) if bits >= 1 << 63 else bits


def matrix(histories, items):
    rows = np.repeat(np.arange(len(histories)), [len(history) for history in histories])
    columns = np.concatenate(histories) - 1
    taken = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), (len(histories), items))
    taken.data[:] = 1
    return taken


def weights(histories, items, decay):
    """Decay to the power of how many events came after, one row a history."""
    table = np.zeros((len(histories), items))
    for row, history in enumerate(histories):
        for age, item in enumerate(reversed(history)):
            table[row, item - 1] = max(table[row, item - 1], decay**age)
    return table


def item_knn(taken, asked, neighbours, shrinkage, decay):
    together = (taken.T @ taken).toarray()
    counts = together.diagonal().copy()
    alike = together / (np.sqrt(np.outer(counts, counts)) + shrinkage + 1e-300)
    np.fill_diagonal(alike, 0)
    order = np.argsort(-alike.astype(np.float32), axis=1, kind="stable")
    kept = np.zeros_like(alike)
    rows = np.arange(len(alike))[:, None]
    kept[rows, order[:, :neighbours]] = alike[rows, order[:, :neighbours]]
    return weights(asked, len(alike), decay) @ kept.T


def ease(taken, asked, regularisation):
    gram = (taken.T @ taken).toarray() + regularisation * np.eye(taken.shape[1])
    inverse = np.linalg.inv(gram)
    linear = -inverse / inverse.diagonal()
    np.fill_diagonal(linear, 0)
    return weights(asked, taken.shape[1], 1.0) @ linear


def session_knn(taken, asked, neighbours, decay):
    asked_for = weights(asked, taken.shape[1], decay)
    dense = taken.toarray()
    alike = asked_for @ dense.T / np.sqrt(np.maximum(dense.sum(axis=1), 1))
    newest = np.stack([(row * dense).max(axis=1) for row in asked_for])
    scores = np.zeros_like(asked_for)
    for row in range(len(asked)):
        best = np.argsort(-alike[row], kind="stable")[:neighbours]
        scores[row] = (alike[row, best] * newest[row, best]) @ dense[best]
    return scores


def markov(train, asked, items, reach, smoothing):
    steps = np.zeros((items + 1, items))
    shares = np.zeros(items)
    for history in train:
        for to, item in enumerate(history):
            shares[item - 1] += 1
            for distance in range(1, reach + 1):
                if to >= distance:
                    steps[history[to - distance], item - 1] += 1 / distance
    shares /= shares.sum()
    last = np.array([history[-1] for history in asked])
    return (steps[last] + smoothing * shares) / (steps[last].sum(axis=1, keepdims=True) + smoothing)


def ndcg(scores, asked, targets):
    gains = []
    for row, history, target in zip(scores.astype(np.float32), asked, targets, strict=True):
        competing = np.ones(len(row), bool)
        competing[np.array(history) - 1] = False
        competing[target - 1] = False
        rank = 1 + np.count_nonzero(row[competing] >= row[target - 1])
        gains.append(1 / np.log2(rank + 1) if rank <= 10 else 0)
    return float(np.mean(gains))


if __name__ == "__main__":
    main()
