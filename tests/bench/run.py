"""Measures speed beside SQLite FTS5 and quality against its floors: `make bench BENCH=FOLDER`."""

import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import cleaning  # noqa: E402
import formats  # noqa: E402
import metadata  # noqa: E402
import ranking  # noqa: E402
import relations  # noqa: E402
import web_pages  # noqa: E402
import window  # noqa: E402

from stage import NoStage, virtual_screen  # noqa: E402

FLOORS = HERE / "floors.json"
FILES = int(os.environ.get("BENCH_FILES", "20000"))
INVENTED_FILES = 400
CEILINGS = ("destroyed", "day_wrong")
WORDS = [
    "harbour",
    "council",
    "winter",
    "dredging",
    "chairwoman",
    "vote",
    "ferry",
    "storm",
    "budget",
    "engineer",
    "mayor",
    "island",
    "bridge",
    "oil",
    "price",
]


def say(name: str, **figures: object) -> None:
    """Print one line of figures."""
    told = "  ".join(
        f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}"
        for key, value in figures.items()
    )
    print(f"{name:<34} {told}", flush=True)


def invented(parent: Path) -> Path:
    """Write a small archive of our own."""
    rnd = random.Random(7)
    root = parent / "invented"
    root.mkdir()
    for number in range(INVENTED_FILES):
        body = "\n\n".join(" ".join(rnd.choices(WORDS, k=60)).capitalize() + "." for _ in range(8))
        text = f"The {rnd.choice(WORDS)} of Riverton, part {number}\n{1 + number % 28} May {1950 + number % 60}\n\n{body}\n"
        (root / f"{number}.txt").write_text(text, encoding="utf-8")
    return root


def real(bench: Path, parent: Path, *, chrome: bool) -> Path:
    """Write the archive of the measuring data."""
    root = parent / ("chrome" if chrome else "plain")
    maker = [sys.executable, str(bench / "news" / "make_archive.py"), str(root), "-n", str(FILES)]
    subprocess.run([*maker, *(["--chrome"] if chrome else [])], check=True, stdout=subprocess.DEVNULL)
    return root


def fts5_seconds(root: Path, file: Path) -> float:
    """Index the same files with SQLite FTS5; return CPU seconds."""
    began = time.process_time()
    database = sqlite3.connect(file)
    database.execute("CREATE VIRTUAL TABLE pages USING fts5(text, tokenize='porter unicode61')")
    with database:
        for path in sorted(root.rglob("*.txt")):
            database.execute(
                "INSERT INTO pages VALUES(?)", (path.read_text(encoding="utf-8", errors="replace"),)
            )
    database.close()
    return time.process_time() - began


def index_seconds(root: Path, data: Path) -> dict[str, float]:
    """Index with the command; return its own account of itself."""
    command = [sys.executable, "-m", "pressmark", "index", str(root), "--data", str(data), "--json"]
    return dict(
        json.loads(
            subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1]
        )
    )


def measure_archive(name: str, root: Path, parent: Path) -> None:
    """Index an archive beside FTS5, then start the window on it and type."""
    data = parent / f"{name}-data"
    ours, theirs = index_seconds(root, data), fts5_seconds(root, parent / f"{name}.fts5")
    say(
        f"{name}: index",
        files=ours["files"],
        cpu_s=ours["cpu_seconds"],
        fts5_cpu_s=theirs,
        ratio=ours["cpu_seconds"] / theirs,
    )
    with virtual_screen():
        starts = sorted(
            (window.start_times(root, data) for _ in range(5)), key=lambda found: found["first_paint"]
        )
        say(f"{name}: start, median of 5", **starts[2])
        say(f"{name}: typing, idle", **window.typing_times(root, data, indexing=False))
        say(
            f"{name}: typing, while indexing",
            **window.typing_times(root, parent / f"{name}-fresh", indexing=True),
        )


def seed_figures(parent: Path) -> dict[str, float]:
    """Count the quotations that the two sample articles share."""
    seeds = HERE.parents[1] / "seeds"
    command = [sys.executable, "-m", "pressmark", "related", str(seeds), "003_71e0031a2701ba35.txt", "--json"]
    output = subprocess.run(
        [*command, "--data", str(parent / "seeds")], check=True, capture_output=True, text=True
    ).stdout
    kinds = [json.loads(line)["kind"] for line in output.splitlines()]
    return {"quotations": float(kinds.count("quotation"))}


def below_floors(figures: dict[str, dict[str, float]]) -> list[str]:
    """Return what fell below its floor; that of what is destroyed or wrong is a ceiling."""
    fallen = []
    for group, floors in json.loads(FLOORS.read_text(encoding="utf-8")).items():
        for name, floor in floors.items():
            value = figures.get(group, {}).get(name)
            if value is not None and (value > floor if name in CEILINGS else value < floor):
                fallen.append(f"{group}.{name} is {value:.4f}, its floor {floor}")
    return fallen


def main() -> int:
    """Measure what can be measured with the data there are."""
    bench = Path(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1] else None
    figures: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        parent = Path(folder)
        figures["seeds"] = seed_figures(parent)
        say("seeds: relations", **figures["seeds"])
        try:
            if bench is None or not (bench / "news" / "make_archive.py").is_file():
                print(
                    "Without the measuring data (make bench BENCH=FOLDER, with news/, chrome/, metadata/, search/ and"
                )
                print("related/ in it) only a small invented archive is measured; its figures say little.")
                measure_archive("invented", invented(parent), parent)
            else:
                figures["ranking"] = ranking.measure(bench, parent)
                say("ranking: Cranfield, given half", **figures["ranking"])
                for name, found in relations.measure(bench, parent).items():
                    figures[name] = found
                    say(name, **found)
                figures["metadata"] = metadata.measure(bench, parent)
                say("metadata: pages as text, alone", **figures["metadata"])
                if found := formats.measure(bench, parent):
                    figures["formats"] = found
                    say("formats: a newsroom's folder", **found)
                figures |= web_pages.measure(bench, parent, say)
                figures |= cleaning.measure(bench, parent, say)
                for chrome in (False, True):
                    name = "chrome" if chrome else "plain"
                    root = real(bench, parent, chrome=chrome)
                    measure_archive(name, root, parent)
                    if chrome:
                        figures["archive"] = cleaning.archive_figures(root, parent / f"{name}-data")
                        say("chrome: a scraped archive", **figures["archive"])
        except NoStage as problem:
            print(problem)
            return 1
    fallen = below_floors(figures)
    for sentence in fallen:
        print(f"BELOW ITS FLOOR: {sentence}")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
