"""Reads what the benchmarks' Java side writes: lists of item numbers, each behind its length, as big-endian integers."""

import numpy as np


def numbers(file):
    return np.fromfile(file, dtype=">i4").astype(np.int64)


def lists(file):
    """Arrays of item numbers."""
    found, read, at = [], numbers(file), 0
    while at < len(read):
        found.append(read[at + 1 : at + 1 + read[at]])
        at += 1 + read[at]
    return found


def questions(file):
    """The longest history that is read, whole histories and the target of each."""
    read, at, histories, targets = numbers(file), 1, [], []
    while at < len(read):
        length = read[at]
        targets.append(read[at + 1])
        histories.append(read[at + 2 : at + 2 + length])
        at += 2 + length
    return int(read[0]), histories, np.array(targets)
