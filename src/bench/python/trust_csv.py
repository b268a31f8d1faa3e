"""Writes logs by Python's csv module, each with what is in it beside it, for src/bench/trust."""

import csv
import json
import random
import sys
from pathlib import Path

LETTERS = ["a", "Z", "7", '"', ",", ";", "\t", "|", "'", "\\", "#", " ", "\n", "\r\n", "é", "漢", "😀", "::", "%"]


def main(folder: Path, files: int, seed: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(files):
        chance = random.Random(seed * 1_000_000 + number)
        rows = [row(chance) for _ in range(chance.randint(5, 60))]
        with (folder / f"{number:04}.csv").open("w", encoding="utf-8", newline="") as file:
            quoting = chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC])
            writer = csv.writer(file, quoting=quoting, lineterminator=chance.choice(["\n", "\r\n"]))
            writer.writerow(["user", "item", "value", "time"])
            writer.writerows(rows)
        (folder / f"{number:04}.json").write_text(json.dumps(rows), encoding="utf-8")


def row(chance: random.Random) -> list:
    return [name("u", chance), name("i", chance), chance.randint(1, 10) / 2, chance.randint(10**9, 1_700_000_000)]


def name(first: str, chance: random.Random) -> str:
    """Begins and ends with a letter, since white space around an id is none of it."""
    return first + "".join(chance.choice(LETTERS) for _ in range(chance.randint(0, 6))) + str(chance.randint(0, 9))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
