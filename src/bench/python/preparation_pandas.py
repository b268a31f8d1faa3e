"""From a log's file to a leave-one-out split, in pandas: what a careful engineer writes by hand.

    python src/bench/python/preparation_pandas.py LOG.csv
"""

import sys

import numpy as np
import pandas as pd
from measured import Phases


def five_core(log):
    while True:
        users = log["user"].map(log["user"].value_counts())
        items = log["item"].map(log["item"].value_counts())
        kept = (users >= 5) & (items >= 5)
        if kept.all():
            return log
        log = log[kept]


def main(path):
    phases = Phases()
    log = pd.read_csv(path, usecols=["user", "item", "time"])
    phases.done("read")

    log = five_core(log)
    phases.done("5-core")

    users, user_ids = pd.factorize(log["user"], sort=True)
    items, item_ids = pd.factorize(log["item"], sort=True)
    order = np.lexsort((log["time"].to_numpy(), users))
    items = items[order] + 1
    times = log["time"].to_numpy()[order]
    lengths = np.bincount(users, minlength=len(user_ids))
    offsets = np.concatenate(([0], np.cumsum(lengths)))
    phases.done("index and sequences")

    ends = offsets[1:]
    test, validation = items[ends - 1], items[ends - 2]
    train = np.ones(len(items), dtype=bool)
    train[ends - 1] = train[ends - 2] = False
    train_items, train_times = items[train], times[train]
    phases.done("split")
    phases.tell(
        f"pandas {pd.__version__}",
        users=len(user_ids),
        items=len(item_ids),
        train=len(train_items),
        last=int(train_times.max()),
        tested=len(test) + len(validation),
    )


if __name__ == "__main__":
    main(sys.argv[1])
