"""Times the training of RecTools' SASRec on what TrainingBench wrote: some batches of an epoch, as many
as fit into a minute or two, scaled to all of them. Prints one line of JSON. Run by src/bench/training.
"""

import json
import resource
import statistics
import sys
import time
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
from planted_lists import lists
from pytorch_lightning import Callback, Trainer
from rectools import Columns
from rectools.dataset import Dataset
from rectools.models import SASRecModel

FOLDER = Path(sys.argv[1])
BATCH, LONGEST = 128, 200 if FOLDER.name == "films" else 50
STEPS = 12 if FOLDER.name == "films" else 40


class Clock(Callback):
    ends = []  # Of the class, since the model copies its trainer.

    def on_train_batch_end(self, *_):
        Clock.ends.append(time.perf_counter())


def interactions():
    parts = lists(FOLDER / "windows.bin")
    lengths = [len(part) for part in parts]
    return pd.DataFrame(
        {
            Columns.User: np.repeat(np.arange(len(parts)), lengths),
            Columns.Item: np.concatenate(parts),
            Columns.Weight: 1,
            Columns.Datetime: pd.to_datetime(np.concatenate([np.arange(length) for length in lengths]), unit="s"),
        }
    ), len(parts)


def main():
    warnings.filterwarnings("ignore")
    rows, windows = interactions()

    def trainer():
        return Trainer(
            max_epochs=1,
            limit_train_batches=STEPS,
            accelerator="cpu",
            logger=False,
            enable_checkpointing=False,
            enable_progress_bar=False,
            enable_model_summary=False,
            callbacks=[Clock()],
        )

    model = SASRecModel(
        n_factors=64, n_blocks=2, n_heads=2, dropout_rate=0.2, session_max_len=LONGEST, batch_size=BATCH,
        lr=1e-3, loss="softmax", train_min_user_interactions=2, get_trainer_func=trainer,
    )
    model.fit(Dataset.construct(rows))
    step = statistics.median(np.diff(Clock.ends))
    told = {
        "side": f"RecTools 0.19.0, from {len(Clock.ends)} of {-(-windows // BATCH)} batches",
        "seconds": [round(step * -(-windows // BATCH), 1)],
        "peak GiB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20, 2),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
