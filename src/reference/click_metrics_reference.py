"""Metrics of predicted clicks, by scikit-learn.

    pip install scikit-learn numpy
    python src/reference/click_metrics_reference.py
"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.calibration import calibration_curve
from sklearn.metrics import accuracy_score, log_loss, mean_absolute_error, roc_auc_score

FILE = Path(__file__).parents[1] / "core/test/resources/heed/evaluation/click-metrics-reference.json"


def metrics(chances, clicked, users):
    groups = [(users == user) for user in np.unique(users)]
    groups = [group for group in groups if 0 < clicked[group].sum() < group.sum()]
    return {
        "auc": roc_auc_score(clicked, chances),
        "groupedAuc": np.average(
            [roc_auc_score(clicked[group], chances[group]) for group in groups],
            weights=[group.sum() for group in groups],
        ),
        "logLoss": log_loss(clicked, chances),
        "accuracy": accuracy_score(clicked, chances > 0.5),
        "meanAbsoluteError": mean_absolute_error(clicked, chances),
    }


def drawn_aucs(first, second, clicked, users, draws=4_000):
    """AUCs of both over users drawn anew with all of their rows, and the p-value of their difference."""
    random = np.random.default_rng(6)
    rows = {user: np.flatnonzero(users == user) for user in np.unique(users)}
    found = roc_auc_score(clicked, first) - roc_auc_score(clicked, second)
    aucs = []
    for _ in range(draws):
        some = np.concatenate([rows[user] for user in random.choice(list(rows), len(rows))])
        aucs.append([roc_auc_score(clicked[some], chances[some]) for chances in (first, second)])
    aucs = np.array(aucs)
    differences = aucs[:, 0] - aucs[:, 1]
    return {
        "intervals": np.quantile(aucs, [0.025, 0.975], axis=0).T.tolist(),
        "p": float(np.mean(np.abs(differences - found) >= abs(found))),
    }


if __name__ == "__main__":
    random = np.random.default_rng(5)
    chances = random.beta(1, 2, 200)
    clicked = (random.random(200) < chances).astype(int)
    users = random.integers(0, 60, 200)  # some of whom clicked all or nothing
    rounded = chances.round(1).clip(0.05, 0.95)  # many ties
    second = (chances + random.normal(0, 0.15, 200)).clip(0, 1)  # another predictor, not as good
    happened, predicted = calibration_curve(clicked, chances, n_bins=10, strategy="quantile")
    stored = {
        "scikit-learn": sklearn.__version__,
        "chances": chances.tolist(),
        "roundedChances": rounded.tolist(),
        "clicked": clicked.tolist(),
        "users": users.tolist(),
        "asTheyAre": metrics(chances, clicked, users),
        "rounded": metrics(rounded, clicked, users),
        "drawn": drawn_aucs(chances, second, clicked, users),
        "second": second.tolist(),
        "predicted": predicted.tolist(),
        "happened": happened.tolist(),
    }
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(json.dumps(stored, indent=1) + "\n")
    print(f"wrote {FILE.name}, scikit-learn {sklearn.__version__}")
