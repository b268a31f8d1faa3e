"""From a log's file to a leave-one-out split, as RecTools constructs it.

    python src/bench/python/preparation_rectools.py LOG.csv
"""

import sys
from importlib.metadata import version

import pandas as pd
from measured import Phases
from preparation_pandas import five_core
from rectools import Columns
from rectools.dataset import Dataset
from rectools.model_selection import LastNSplitter


def main(path):
    phases = Phases()
    log = pd.read_csv(path, usecols=["user", "item", "time"])
    phases.done("read")

    log = five_core(log)
    phases.done("5-core")

    log = log.rename(
        columns={"user": Columns.User, "item": Columns.Item, "time": Columns.Datetime}
    )
    log[Columns.Weight] = 1.0
    log[Columns.Datetime] = pd.to_datetime(log[Columns.Datetime], unit="s")
    dataset = Dataset.construct(log)
    phases.done("index and sequences")

    splitter = LastNSplitter(n=1, n_splits=2, filter_cold_users=False, filter_cold_items=False, filter_already_seen=False)
    folds = list(splitter.split(dataset.interactions))
    phases.done("split")
    phases.tell(
        f"RecTools {version('rectools')}",
        users=dataset.user_id_map.size,
        items=dataset.item_id_map.size,
        train=len(folds[0][0]),
        tested=sum(len(fold[1]) for fold in folds),
    )


if __name__ == "__main__":
    main(sys.argv[1])
