"""Times the training of RecBole's SASRec on what TrainingBench wrote: the batches that fit into two
minutes, scaled to all of an epoch. RecBole makes a row of every prefix of a history, each with one
target, and takes 2,048 rows a batch as it does by default. Prints one line of JSON. Run by
src/bench/training.
"""

import json
import logging
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd
import torch
from planted_lists import lists
from sasrec_recbole import sasrec_settings

FOLDER = Path(sys.argv[1])
LONGEST = 200 if FOLDER.name == "films" else 50
SECONDS, NAME = 120, "planted"


def atomic_file(folder):
    """RecBole keeps the last two events of each user for validation and test: two are added to be kept."""
    windows = [np.append(window, [window[-1]] * 2) for window in lists(FOLDER / "windows.bin")]
    lengths = [len(window) for window in windows]
    log = pd.DataFrame(
        {
            "user:token": np.repeat(np.arange(len(windows)), lengths),
            "item:token": np.concatenate(windows),
            "time:float": np.concatenate([np.arange(length) for length in lengths]),
        }
    )
    home = Path(folder) / NAME
    home.mkdir()
    log.to_csv(home / f"{NAME}.inter", sep="\t", index=False)


def main():
    from recbole.config import Config
    from recbole.data import create_dataset, data_preparation
    from recbole.utils import get_model

    logging.disable()
    with tempfile.TemporaryDirectory() as folder:
        atomic_file(folder)
        config = Config(model="SASRec", dataset=NAME, config_dict=sasrec_settings(folder, LONGEST, 0.2))
        train, _, _ = data_preparation(config, create_dataset(config))
    model = get_model("SASRec")(config, train.dataset)
    optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)
    took, begin = [], time.perf_counter()
    for batch in train:
        optimiser.zero_grad()
        model.calculate_loss(batch).backward()
        optimiser.step()
        took.append(time.perf_counter() - begin - sum(took))
        if sum(took) > SECONDS:
            break
    step = np.mean(took[1:] or took)
    told = {
        "side": f"RecBole 1.2.1, from {len(took)} of {len(train)} batches",
        "seconds": [round(step * len(train), 1)],
        "peak GiB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20, 2),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
