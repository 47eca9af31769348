"""How good the ranking is: Cranfield's abstracts as files, its questions asked through `pressmark search --batch`."""

import gzip
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from scores import mean, ndcg

AT = 10


def measure(bench: Path, parent: Path) -> dict[str, float]:
    """Return the nDCG@10 of the given half of Cranfield's graded questions."""
    root = parent / "cranfield"
    with gzip.open(bench / "search" / "cranfield.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            file = root / f"{row['id']}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{row['title']}\n\n{row['body']}\n", encoding="utf-8")
    questions = json.loads((bench / "search" / "cranfield-queries.json").read_text(encoding="utf-8"))
    asked = {question["q"]: question["text"] for question in questions}
    found = answers(root, parent / "cranfield-data", asked)
    return {
        "ndcg": mean(
            [
                ndcg(found[one["q"]], {f"{key}.txt": grade for key, grade in one["rel"].items()})
                for one in questions
            ]
        )
    }


def answers(root: Path, data: Path, asked: Mapping[str, str]) -> dict[str, list[str]]:
    """Ask questions as plain words; return the paths found for each, best first."""
    command = [sys.executable, "-m", "pressmark", "search", str(root), "--batch", "--data", str(data)]
    lines = "".join(json.dumps({"id": key, "query": text, "limit": AT}) + "\n" for key, text in asked.items())
    said = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
    return {answer["id"]: answer["paths"] for answer in map(json.loads, said.splitlines())}
