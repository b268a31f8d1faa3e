"""Trains RecTools' SASRec until its validation stops rising. Prints one line of JSON. Run by
src/bench/quality.

    quality_rectools.py FILE default|flat SEED SECONDS LENGTH

Default: SASRecModel with the settings that it has without being told any (width 256, 100 events), full
softmax, as users of the library run it. Flat: FlatSASRecNet of its fast_transformers at width 64, 2
blocks, 2 heads, dropout 0.5, LENGTH events, in a plain loop of Adam at 0.001 over 128 users a batch,
padded on the left, with cross-entropy over all items at real positions.
"""

import sys
import warnings

import numpy as np
import pandas as pd
import torch
import torch.nn.functional as F
from pytorch_lightning import Trainer, seed_everything
from quality_protocol import TOP, Run, listed, parts
from rectools import Columns
from rectools.dataset import Dataset
from rectools.fast_transformers import FlatSASRecNet
from rectools.models import SASRecModel

FILE, WAY, SEED, SECONDS, LENGTH = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5])
BATCH = 128


def dataset(logs):
    lengths = [len(items) for items in logs]
    return Dataset.construct(
        pd.DataFrame(
            {
                Columns.User: np.repeat(np.arange(len(logs)), lengths),
                Columns.Item: np.concatenate(logs),
                Columns.Weight: 1,
                Columns.Datetime: pd.to_datetime(np.concatenate([np.arange(length) for length in lengths]), unit="s"),
            }
        )
    )


class Default:
    """The library's model; its best weights are those of the module that Lightning trains."""

    def __init__(self, logs):
        def trainer():
            return Trainer(
                accelerator="cpu", logger=False, enable_checkpointing=False, enable_progress_bar=False,
                enable_model_summary=False,
            )

        self.model = SASRecModel(get_trainer_func=trainer)
        self.learnt = dataset(logs)

    def epoch(self):
        self.model.fit_partial(self.learnt, min_epochs=1, max_epochs=1)

    def state(self):
        return self.model.lightning_model

    def ranks(self, logs, targets):
        users = np.arange(len(logs))
        told = self.model.recommend(users, dataset(logs), k=TOP, filter_viewed=True)
        lists = np.zeros((len(logs), TOP), dtype=np.int64)
        lists[told[Columns.User], told[Columns.Rank] - 1] = told[Columns.Item]
        return listed(lists, targets)


class Flat:
    """The network of fast_transformers, in the loop that its users write."""

    def __init__(self, logs, items):
        self.logs = [log for log in logs if len(log) > 1]
        self.random = np.random.default_rng(SEED)
        self.net = FlatSASRecNet(items, 64, 2, 2, LENGTH, dropout=0.5)
        self.adam = torch.optim.Adam(self.net.parameters(), lr=1e-3)

    def epoch(self):
        self.net.train()
        order = self.random.permutation(len(self.logs))
        for begin in range(0, len(order), BATCH):
            some = [self.logs[i] for i in order[begin : begin + BATCH]]
            x, y = left([log[:-1] for log in some]), left([log[1:] for log in some])
            logits = self.net({"x": x, "y": y})
            loss = F.cross_entropy(logits.flatten(0, 1), y.flatten() - 1, ignore_index=-1)
            self.adam.zero_grad()
            loss.backward()
            self.adam.step()

    def state(self):
        return self.net

    @torch.inference_mode()
    def ranks(self, logs, targets):
        self.net.eval()
        lists = []
        for begin in range(0, len(logs), 256):
            some = logs[begin : begin + 256]
            scores = self.net.encode_last(left(some)) @ self.net.all_item_embeddings().T
            seen = torch.repeat_interleave(torch.arange(len(some)), torch.tensor([len(log) for log in some]))
            scores[seen, torch.from_numpy(np.concatenate(some)) - 1] = -torch.inf
            lists.append(scores.topk(TOP).indices.numpy() + 1)
        return listed(np.concatenate(lists), targets)


def left(logs):
    """The latest LENGTH items of each, padded on the left with 0."""
    padded = np.zeros((len(logs), LENGTH), dtype=np.int64)
    for row, log in enumerate(logs):
        recent = log[-LENGTH:]
        padded[row, LENGTH - len(recent) :] = recent
    return torch.from_numpy(padded)


def main():
    warnings.filterwarnings("ignore")
    run = Run("RecTools 0.19.0, " + ("SASRecModel" if WAY == "default" else "fast_transformers"), SECONDS)
    seed_everything(SEED, verbose=False)
    logs, validation, test = parts(FILE)
    items = int(max(max(log.max() for log in logs), *validation, *test))
    side = Default(logs) if WAY == "default" else Flat(logs, items)
    best = {}

    def keep():
        best.update({name: value.clone() for name, value in side.state().state_dict().items()})

    ended = run.until_it_stops(side.epoch, lambda: side.ranks(logs, validation), keep)
    side.state().load_state_dict(best)
    known = [np.append(log, last) for log, last in zip(logs, validation, strict=True)]
    run.tell(FILE, SEED, ended, side.ranks(known, test))


if __name__ == "__main__":
    main()
