"""From a log's file to a leave-one-out split, as RecBole constructs it.

RecBole reads files of its own format only: writing the log into it is not timed.

    python src/bench/python/preparation_recbole.py LOG.csv
"""

import logging
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import pandas as pd
from measured import Phases

NAME = "planted"


def atomic_file(path, folder):
    home = Path(folder) / NAME
    home.mkdir()
    log = pd.read_csv(path, usecols=["user", "item", "time"])
    log.columns = [{"user": "user:token", "item": "item:token", "time": "time:float"}[c] for c in log.columns]
    log.to_csv(home / f"{NAME}.inter", sep="\t", index=False)


def main(path):
    from recbole.config import Config
    from recbole.data import create_dataset, data_preparation

    logging.disable()
    with tempfile.TemporaryDirectory() as folder:
        atomic_file(path, folder)
        settings = {
            "data_path": folder,
            "USER_ID_FIELD": "user",
            "ITEM_ID_FIELD": "item",
            "TIME_FIELD": "time",
            "load_col": {"inter": ["user", "item", "time"]},
            "user_inter_num_interval": "[5,inf)",
            "item_inter_num_interval": "[5,inf)",
            "train_neg_sample_args": None,
            "eval_args": {"split": {"LS": "valid_and_test"}, "order": "TO", "mode": "full", "group_by": "user"},
        }
        config = Config(model="SASRec", dataset=NAME, config_dict=settings)
        phases = Phases()
        dataset = create_dataset(config)
        phases.done("read, 5-core and index")
        train, validation, test = data_preparation(config, dataset)
        phases.done("sequences and split")
    phases.tell(
        f"RecBole {version('recbole')}",
        users=dataset.user_num - 1,
        items=dataset.item_num - 1,
        train=len(train.dataset),
        tested=len(validation.dataset) + len(test.dataset),
    )


if __name__ == "__main__":
    main(sys.argv[1])
