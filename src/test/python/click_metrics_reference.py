"""Metrics of predicted clicks, by scikit-learn.

    pip install scikit-learn numpy
    python src/test/python/click_metrics_reference.py
"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.calibration import calibration_curve
from sklearn.metrics import accuracy_score, log_loss, mean_absolute_error, roc_auc_score

FILE = Path(__file__).parents[1] / "resources/heed/evaluation/click-metrics-reference.json"


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


if __name__ == "__main__":
    random = np.random.default_rng(5)
    chances = random.beta(1, 2, 200)
    clicked = (random.random(200) < chances).astype(int)
    users = random.integers(0, 60, 200)  # some of whom clicked all or nothing
    rounded = chances.round(1).clip(0.05, 0.95)  # many ties
    happened, predicted = calibration_curve(clicked, chances, n_bins=10, strategy="quantile")
    stored = {
        "scikit-learn": sklearn.__version__,
        "chances": chances.tolist(),
        "roundedChances": rounded.tolist(),
        "clicked": clicked.tolist(),
        "users": users.tolist(),
        "asTheyAre": metrics(chances, clicked, users),
        "rounded": metrics(rounded, clicked, users),
        "predicted": predicted.tolist(),
        "happened": happened.tolist(),
    }
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(json.dumps(stored, indent=1) + "\n")
    print(f"wrote {FILE.name}, scikit-learn {sklearn.__version__}")
