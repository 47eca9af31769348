"""How good the cleaning is: on marked pages, each alone, and on a scraped archive; beside the extractors of others."""

import gzip
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Any

import rivals

PARTS = {"chrome": "dev.jsonl.gz", "chrome, other languages": "multilingual-dev.jsonl.gz"}
MODERN = ("scrapinghub", "funduseval", "fundus")
FIGURES = ("tokP", "tokR", "tokF", "destroyed")

Say = Callable[..., None]


def measure(bench: Path, parent: Path, say: Say) -> dict[str, dict[str, float]]:
    """Clean the marked pages each by itself, score them, and say the figures; return those that have floors.

    The shipped cleaner was trained on these pages: what it does on publishers it has not seen stands in its card.
    """
    figures: dict[str, dict[str, float]] = {}
    for name, file in PARTS.items():
        pages = read_pages(bench / "chrome" / file)
        answers = cleaned(pages, "--alone")
        figures[name] = score(bench, parent, pages, answers)
        say(f"{name} (trained on), alone", pages=len(pages), **figures[name])
        modern = [page for page in pages if page["source"] in MODERN]
        if len(modern) < len(pages):
            figures[f"{name}, modern"] = score(bench, parent, modern, answers)
            say("  of these 2019-2026", pages=len(modern), **figures[f"{name}, modern"])
        say("  with the outlets' repeats", **score(bench, parent, pages, cleaned(pages)))
        for rival, found in rivals.answers(pages):
            if isinstance(found, str):
                say(f"  {rival}: {found}")
            else:
                say(f"  {rival}", **score(bench, parent, pages, found))
        say("  CPU a page", **milliseconds(pages))
    return figures


def read_pages(file: Path) -> list[dict[str, Any]]:
    """Return the pages of a file of JSON Lines."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def cleaned(pages: Iterable[dict[str, Any]], *options: str) -> list[str]:
    """Return the answers of `pressmark clean --batch`, a line a page."""
    asked = "".join(
        json.dumps({"id": page["id"], "site": page["site"], "text": page["text"]}) + "\n" for page in pages
    )
    command = [sys.executable, "-m", "pressmark", "clean", "--batch", *options]
    return subprocess.run(
        command, input=asked, capture_output=True, text=True, check=True
    ).stdout.splitlines()


def score(bench: Path, parent: Path, pages: list[dict[str, Any]], answers: Iterable[str]) -> dict[str, float]:
    """Return the means of the measuring data's own scorer over these pages."""
    gold, given = parent / "gold.jsonl", parent / "answers.jsonl"
    gold.write_text("".join(json.dumps(page) + "\n" for page in pages), encoding="utf-8")
    given.write_text("\n".join(answers) + "\n", encoding="utf-8")
    command = [sys.executable, str(bench / "chrome" / "score.py"), str(gold), str(given), "--json"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {name: float(found[name]) for name in FIGURES}


def milliseconds(pages: list[dict[str, Any]]) -> dict[str, float]:
    """Return the CPU time of the cleaner a page, and of all that labels its lines, each page seen for the first time."""
    from pressmark.reading.chrome import label_page
    from pressmark.reading.cleaner.model import cleaner
    from pressmark.reading.page_reading import read_page
    from pressmark.reading.verdicts import verdicts_of

    learned, alone, whole = cleaner(), [], []
    for page in pages:
        marks = [time.process_time()]
        seen = read_page(page["text"].split("\n"))
        marks.append(time.process_time())
        verdicts = verdicts_of(seen)
        marks.append(time.process_time())
        learned.likely(seen, verdicts)
        marks.append(time.process_time())
        label_page(seen)
        marks.append(time.process_time())
        alone.append(marks[3] - marks[2])
        whole.append(marks[1] - marks[0] + marks[4] - marks[3])
    return {
        "cleaner_ms": 1000 * median(alone),
        "cleaner_longest_ms": 1000 * max(alone),
        "page_to_labels_ms": 1000 * median(whole),
    }


def archive_figures(root: Path, data: Path) -> dict[str, float]:
    """Return precision and recall of the kept words over a scraped archive that was indexed into `data`.

    Beside the archive stands its truth: for each file the first and last line of the article's text. Title, date and
    outlet just above it count for nothing.
    """
    from pressmark.library import Library
    from pressmark.paths import archive_data

    truth = [
        json.loads(line)
        for line in root.with_name(root.name + ".truth.jsonl").read_text("utf-8").splitlines()
    ]
    library = Library(root, archive_data(root, data))
    counted: defaultdict[tuple[str, bool], int] = defaultdict(int)
    for page in truth:
        lines = (root / page["path"]).read_text("utf-8").split("\n")
        for block in library.article_at(page["path"]).article.blocks:
            for number in range(block.first_line, min(block.last_line + 1, len(lines))):
                if page["first"] - 4 <= number < page["first"]:
                    continue
                inside = page["first"] <= number <= page["last"]
                counted["kept" if not block.set_aside else "aside", inside] += len(lines[number].split())
    library.close()
    kept, lost = counted["kept", True], counted["aside", True]
    return {"precision": kept / max(kept + counted["kept", False], 1), "recall": kept / max(kept + lost, 1)}
