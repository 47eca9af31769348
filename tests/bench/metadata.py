"""How often headline, day and names are right: pages as text, each alone, through `pressmark clean --batch --alone`."""

import json
import subprocess
import sys
from pathlib import Path

from cleaning import cleaned, read_pages

# What is measured: the figure of the data's own score.py and the name it has here.
FIGURES = {"head": "headline", "dFull": "day", "dFullW": "day_wrong", "byF": "byline"}


def measure(bench: Path, parent: Path) -> dict[str, float]:
    """Return the share of right headlines, of right and of wrong printed days, and F of the names."""
    folder = bench / "metadata"
    answers = parent / "metadata.jsonl"
    answers.write_text(
        "\n".join(cleaned(read_pages(folder / "dev.jsonl.gz"), "--alone")) + "\n", encoding="utf-8"
    )
    command = [sys.executable, str(folder / "score.py"), str(folder / "dev.jsonl.gz"), str(answers), "--json"]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {name: float(said[figure]) for figure, name in FIGURES.items()}
