"""Trains RecBole's SASRec until its validation stops rising. Prints one line of JSON. Run by
src/bench/quality.

    quality_recbole.py FILE SEED SECONDS LENGTH

RecBole makes a row of every prefix of a history, each with one target, and takes 2,048 rows a batch, as
it does by default. Width 64, 2 blocks, 2 heads, dropout 0.5, full cross-entropy, Adam at 0.001. Trained
and ranked by its own model; the ten best are found here, in one way for all sides.
"""

import logging
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from quality_protocol import TOP, Run, listed, parts, sequences
from sasrec_recbole import sasrec_settings

FILE, SEED, SECONDS, LENGTH = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
NAME = "sequences"


def atomic_file(folder):
    """Its own format; it holds out the last two events of each user itself."""
    home = Path(folder) / NAME
    home.mkdir()
    with (home / f"{NAME}.inter").open("w") as out:
        out.write("user:token\titem:token\ttime:float\n")
        for user, items in enumerate(log for log in sequences(FILE) if len(log) > 2):
            out.writelines(f"{user}\t{item}\t{time}\n" for time, item in enumerate(items))


class Side:
    def __init__(self):
        from recbole.config import Config
        from recbole.data import create_dataset, data_preparation
        from recbole.utils import get_model, init_seed

        logging.disable()
        with tempfile.TemporaryDirectory() as folder:
            atomic_file(folder)
            config = Config(model="SASRec", dataset=NAME, config_dict=sasrec_settings(folder, LENGTH, 0.5) | {"seed": SEED})
            init_seed(SEED, True)
            self.train, _, _ = data_preparation(config, create_dataset(config))
        self.number = {int(token): i for token, i in self.train.dataset.field2token_id["item"].items() if token != "[PAD]"}
        self.model = get_model("SASRec")(config, self.train.dataset)
        self.adam = torch.optim.Adam(self.model.parameters(), lr=1e-3)

    def epoch(self):
        self.model.train()
        for batch in self.train:
            self.adam.zero_grad()
            self.model.calculate_loss(batch).backward()
            self.adam.step()

    @torch.inference_mode()
    def ranks(self, logs, targets):
        self.model.eval()
        lists = []
        for begin in range(0, len(logs), 256):
            some = [[self.number[item] for item in log] for log in logs[begin : begin + 256]]
            recent = [log[-LENGTH:] for log in some]
            padded = torch.tensor([log + [0] * (LENGTH - len(log)) for log in recent])
            states = self.model.forward(padded, torch.tensor([len(log) for log in recent]))
            scores = states @ self.model.item_embedding.weight.T
            for row, log in enumerate(some):
                scores[row, log] = -torch.inf
            scores[:, 0] = -torch.inf
            lists.append(scores.topk(TOP).indices.numpy())
        return listed(np.concatenate(lists), [self.number[item] for item in targets])


def main():
    run = Run("RecBole 1.2.1", SECONDS)
    torch.manual_seed(SEED)
    logs, validation, test = parts(FILE)
    side = Side()
    best = {}

    def keep():
        best.update({name: value.clone() for name, value in side.model.state_dict().items()})

    ended = run.until_it_stops(side.epoch, lambda: side.ranks(logs, validation), keep)
    side.model.load_state_dict(best)
    known = [np.append(log, last) for log, last in zip(logs, validation, strict=True)]
    run.tell(FILE, SEED, ended, side.ranks(known, test))


if __name__ == "__main__":
    main()
