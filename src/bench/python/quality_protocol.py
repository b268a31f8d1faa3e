"""What every peer of src/bench/quality does alike: reads the file, trains epoch by epoch until the
validation has stopped rising or the time is up, and prints one line of JSON with the whole curve.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np

TOP, PATIENCE = 10, 5


def sequences(file):
    """The items of each user, in order of time: `7 12 3 45` is user 7 who took 12, then 3, then 45."""
    return [np.array(line.split()[1:], dtype=np.int64) for line in Path(file).read_text().splitlines()]


def parts(file):
    """Leave-one-out: what is learnt from, validation items, and test items, of users with three events at least."""
    logs = [items for items in sequences(file) if len(items) > 2]
    return [items[:-2] for items in logs], [items[-2] for items in logs], [items[-1] for items in logs]


def quality(ranks):
    """Mean NDCG@10 and HR@10 of ranks that begin at 1."""
    ranks = np.asarray(ranks)
    hit = ranks <= TOP
    return float(np.where(hit, 1 / np.log2(ranks + 1.0), 0).mean()), float(hit.mean())


def listed(lists, targets):
    """The rank of each target in a list of ten, or 11 where it is not in it."""
    same = np.asarray(lists) == np.asarray(targets)[:, None]
    return np.where(same.any(1), same.argmax(1) + 1, TOP + 1)


class Run:
    """The clock of one side starts with it: reading the file counts, starting Python does not."""

    def __init__(self, side, seconds):
        self.side, self.seconds = side, seconds
        self.wall, self.cpu = time.perf_counter(), time.process_time()
        self.curve = []

    def best(self):
        return max((validation for *_, validation in self.curve), default=-1.0)

    def until_it_stops(self, epoch, validate, keep):
        """Epochs and validations, in turns; keeps what validates best."""
        since = 0
        while since < PATIENCE and time.perf_counter() - self.wall < self.seconds:
            epoch()
            ndcg, _ = quality(validate())
            since = since + 1 if ndcg <= self.best() else 0
            if since == 0:
                keep()
            spent = time.perf_counter() - self.wall, time.process_time() - self.cpu
            self.curve.append((*spent, ndcg))
            told = f"{self.side}: epoch {len(self.curve)}, NDCG@{TOP} {ndcg:.4f}, {spent[0]:.0f} s, {spent[1]:.0f} s of CPU"
            print(told, file=sys.stderr, flush=True)
        return "no progress" if since == PATIENCE else "time is up"

    def tell(self, file, seed, ended, ranks):
        at = max(range(len(self.curve)), key=lambda epoch: self.curve[epoch][2])
        ndcg, hits = quality(ranks)
        told = {
            "file": Path(file).name,
            "side": self.side,
            "seed": seed,
            "network": {"NDCG@10": round(ndcg, 4), "HR@10": round(hits, 4)},
            "validation": round(self.best(), 4),
            "best epoch": at + 1,
            "ended": ended,
            "seconds to best": round(self.curve[at][0]),
            "cpu seconds to best": round(self.curve[at][1]),
            "curve of seconds, seconds of CPU and validation": [
                [round(wall), round(cpu), round(validation, 4)] for wall, cpu, validation in self.curve
            ],
        }
        print(json.dumps(told), flush=True)
