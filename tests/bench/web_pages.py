"""How good saved web pages are read, on publishers that the model has not seen, through `pressmark clean --batch --alone`.

The model that ships was made with all given pages; so one is made without a third of the publishers, and that third read.
"""

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import page_rivals

HERE = Path(__file__).resolve().parent
TRAINING = HERE.parent / "training"
# What is measured: the figure of the data's own score.py and the name it has here.
FIGURES = {
    "tokF": "tokF",
    "destroyed": "destroyed",
    "head": "headline",
    "dAll": "day",
    "dWrong": "day_wrong",
    "byF": "byline",
}
GROUPS = {"2019-26": "pages, 2019-26", "older": "pages, older", "other languages": "pages, other languages"}
# The program with another model in place of its own.
READ = """
import sys
from pressmark import cli
from pressmark.reading.markup import tag_model
tag_model.FILE = sys.argv[1]
sys.exit(cli.run(["clean", "--batch", "--alone"]))
"""


def measure(bench: Path, parent: Path, say: Callable[..., None]) -> dict[str, dict[str, float]]:
    """Return the figures of each group of unseen pages, none where the pages are missing; say those of rivals, too."""
    folder = bench / "html"
    if not (folder / "dev.jsonl.gz").is_file():
        return {}
    model, unseen, answers = parent / "third.npz", parent / "unseen.jsonl", parent / "pages.jsonl"
    train = [
        sys.executable,
        str(TRAINING / "train_tags.py"),
        str(bench),
        "--without-third",
        "--out",
        str(model),
    ]
    subprocess.run(train, check=True, capture_output=True)
    sys.path.insert(0, str(TRAINING))
    from train_tags import in_third

    with gzip.open(folder / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        unseen.write_text(
            "".join(line for line in lines if in_third(json.loads(line)["site"])), encoding="utf-8"
        )
    with unseen.open() as asked, answers.open("w") as told:
        subprocess.run([sys.executable, "-c", READ, str(model)], check=True, stdin=asked, stdout=told)
    found = _scored(folder, unseen, answers)
    for name, figures in found.items():
        say(name, **figures)
    own = page_rivals.own_time(unseen, model)
    say("pages, the processor's time for one of 100 kB", milliseconds=own)
    for rival, told, milliseconds in page_rivals.answers(unseen, parent):
        if isinstance(told, str):
            print(told)
            continue
        for name, figures in _scored(folder, unseen, told).items():
            say(f"{name}: {rival}", **figures)
        say(f"pages, time: {rival}", milliseconds=milliseconds, ours_to_it=own / max(milliseconds, 1e-9))
    return found


def _scored(folder: Path, pages: Path, answers: Path) -> dict[str, dict[str, float]]:
    """Return the figures of answers, by the data's own measure."""
    command = [sys.executable, str(folder / "score.py"), str(pages), str(answers), "--json"]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {name: _figures(said[group]) for group, name in GROUPS.items()}


def _figures(said: dict[str, Any]) -> dict[str, float]:
    """Return those figures that a group has gold for."""
    known = {name: said[figure] for figure, name in FIGURES.items() if name != "byline" or said["nBy"]}
    return {name: float(value) for name, value in known.items() if value is not None}
