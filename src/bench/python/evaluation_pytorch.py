"""Full-catalogue evaluation of a SASRec, as it is commonly written in PyTorch: every history padded
to the longest the network reads, the last state times all item vectors, what was seen set to minus
infinity, and the target's rank by counting. Prints one line of JSON. Run by src/bench/evaluation.
"""

import json
import sys
import time
from pathlib import Path

import torch
from device import DEVICE
from planted_lists import questions
from safetensors.torch import load_file
from sasrec_pytorch import states

FOLDER = Path(sys.argv[1])
BATCH, RUNS = 256, 4


def ranks(weights, longest, histories, targets):
    found = []
    for begin in range(0, len(histories), BATCH):
        some = histories[begin : begin + BATCH]
        padded = torch.zeros(len(some), longest, dtype=torch.long)
        for row, history in enumerate(some):
            recent = history[-longest:]
            padded[row, : len(recent)] = recent
        last = torch.tensor([min(len(history), longest) - 1 for history in some])
        state = states(weights, padded.to(DEVICE))[torch.arange(len(some)), last]
        scores = state @ weights["items"].T
        rows = torch.repeat_interleave(torch.arange(len(some)), torch.tensor([len(history) for history in some]))
        rows, seen = rows.to(DEVICE), torch.cat(some).to(DEVICE)
        asked = targets[begin : begin + BATCH].to(DEVICE)
        goal = scores.gather(1, asked[:, None])
        scores[rows, seen] = -torch.inf
        scores[:, 0] = -torch.inf
        scores.scatter_(1, asked[:, None], goal)
        found.append((scores >= goal).sum(1))
    return torch.cat(found)


@torch.inference_mode()
def main():
    weights = load_file(FOLDER / "weights.safetensors", device=str(DEVICE))
    longest, histories, targets = questions(FOLDER / "questions.bin")
    histories, targets = [torch.from_numpy(history.copy()) for history in histories], torch.tensor(targets)
    seconds, cpu = [], []
    for _ in range(RUNS):
        begin, before = time.perf_counter(), time.process_time()
        rank = ranks(weights, longest, histories, targets)
        ndcg = torch.where(rank <= 10, 1 / torch.log2(rank + 1.0), 0).mean().item()
        seconds.append(round(time.perf_counter() - begin, 3))
        cpu.append(round(time.process_time() - before, 3))
    side = f"PyTorch {torch.__version__}, padded to {longest}"
    told = {"side": side, "seconds": seconds, "cpu": cpu, "NDCG@10": round(ndcg, 6), "questions": len(rank)}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
