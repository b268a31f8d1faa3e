"""One user's ten best items in plain PyTorch, without padding, over what TrainingBench and AnswerBench
wrote. Prints its times in microseconds. Run by src/bench/answer.

    answer_pytorch.py WEIGHTS HISTORIES
"""

import sys
import time

import numpy as np
import torch
from planted_lists import lists
from safetensors.torch import load_file
from sasrec_pytorch import states

LONGEST, WARM, CALLS = 50, 2_000, 20_000


@torch.inference_mode()
def ten(weights, history):
    items = torch.from_numpy(history)
    scores = states(weights, items[None, -LONGEST:])[0, -1] @ weights["items"].T
    scores[items] = -torch.inf
    scores[0] = -torch.inf
    return scores.topk(10).indices.tolist()


def main():
    weights, some = load_file(sys.argv[1]), lists(sys.argv[2])
    times = []
    for call in range(WARM + CALLS):
        begin = time.perf_counter()
        ten(weights, some[call % len(some)])
        times.append((time.perf_counter() - begin) * 1e6)
    found = np.percentile(times[WARM:], [50, 99])
    print(f"PyTorch {torch.__version__}, no padding: median {found[0]:.0f} us, 99% below {found[1]:.0f} us")


if __name__ == "__main__":
    main()
