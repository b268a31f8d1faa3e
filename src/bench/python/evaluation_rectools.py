"""RecTools' `recommend` of a SASRec of the same shape over the same histories: the ten best of all
items for every user, what was seen left out. It tells no ranks. The weights are those of a single
training step, since a model has to be fitted; only `recommend` is timed. Prints one line of JSON.
Run by src/bench/evaluation.
"""

import json
import logging
import sys
import time
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
from planted_lists import questions
from pytorch_lightning import Trainer
from rectools import Columns
from rectools.dataset import Dataset
from rectools.models import SASRecModel

FOLDER = Path(sys.argv[1])
RUNS = 4


def log():
    longest, histories, _ = questions(FOLDER / "questions.bin")
    lengths = [len(history) for history in histories]
    users, items = np.repeat(np.arange(len(histories)), lengths), np.concatenate(histories)
    frame = pd.DataFrame({Columns.User: users, Columns.Item: items})
    frame[Columns.Datetime] = pd.to_datetime(np.arange(len(frame)), unit="s")
    frame[Columns.Weight] = 1.0
    return longest, frame


def one_step():
    return Trainer(
        accelerator="cpu",
        max_epochs=1,
        limit_train_batches=1,
        logger=False,
        enable_checkpointing=False,
        enable_progress_bar=False,
        enable_model_summary=False,
    )


def main():
    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    longest, frame = log()
    dataset = Dataset.construct(frame)
    model = SASRecModel(
        n_blocks=2, n_heads=2, n_factors=64, session_max_len=longest, epochs=1, get_trainer_func=one_step
    )
    model.fit(dataset)
    users = frame[Columns.User].unique()
    seconds, cpu = [], []
    for _ in range(RUNS):
        begin, before = time.perf_counter(), time.process_time()
        lists = model.recommend(users, dataset, k=10, filter_viewed=True)
        seconds.append(round(time.perf_counter() - begin, 3))
        cpu.append(round(time.process_time() - before, 3))
    side = f"RecTools {version('rectools')}, `recommend`"
    print(
        json.dumps(
            {
                "side": side,
                "seconds": seconds,
                "cpu": cpu,
                "questions": lists[Columns.User].nunique(),
                "items": dataset.item_id_map.size,
            }
        )
    )


if __name__ == "__main__":
    main()
