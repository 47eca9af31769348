"""A folder in many formats, read through `pressmark index`, `health` and `show`: does what should come out of it."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ENOUGH = 2  # of an article's sentences in a file or a member, for it to be found there


def measure(bench: Path, parent: Path) -> dict[str, float]:
    """Return the shares of articles found, sentences kept, furniture set aside, headlines, days and names right."""
    folder = bench / "formats"
    if not (folder / "manifest.json").is_file():
        return {}
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    root, data = folder / "folder", parent / "formats-data"
    _told("index", str(root), data=data)
    files = [
        one
        for one in _told("health", str(root), "--json", data=data)
        if one.get("state") in ("article", "duplicate")
    ]
    shown = [_told("show", str(root), one["path"], "--json", data=data)[0] for one in files]
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for file in manifest["files"]:
        inside = [
            one for one in shown if one["path"] == file["path"] or one["path"].startswith(f"{file['path']}!/")
        ]
        for article in file["articles"] if file["must"] == "read" else ():
            _count(article, inside, right, total)
    return {name: right[name] / total[name] for name in total}


def _told(*words: str, data: Path) -> list[dict[str, Any]]:
    """Return what a command answers, an object a line."""
    command = [sys.executable, "-m", "pressmark", words[0], *words[1:], "--data", str(data)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in said.splitlines() if line.startswith("{")]


def _count(
    article: dict[str, Any], inside: list[dict[str, Any]], right: Counter[str], total: Counter[str]
) -> None:
    """Count what is right of an article; the file or member it was found in is taken out of `inside`."""
    sentences = [one for key in ("first", "last", "middle") for one in _as_list(article.get(key))]
    found = next((one for one in inside if sum(_folded(s) in _text(one) for s in sentences) >= ENOUGH), None)
    total.update({"found": 1, "sentences": len(sentences)})
    if found is None:
        return
    inside.remove(found)
    kept = _text(found, kept=True)
    right["found"] += 1
    right["sentences"] += sum(_folded(one) in kept for one in sentences)
    total["furniture"] += len(article.get("chrome", ()))
    right["furniture"] += sum(_folded(one) not in kept for one in article.get("chrome", ()))
    total["headline"] += 1
    wanted = [article["headline"], *_as_list(article.get("headline_also"))]
    right["headline"] += _folded(found["headline"]) in map(_folded, wanted)
    if article.get("date"):
        total["day"] += 1
        right["day"] += found["date"] == article["date"]
    if article.get("byline") is not None:
        total["byline"] += 1
        right["byline"] += sorted(map(_name, found["byline"])) == sorted(
            map(_name, _as_list(article["byline"]))
        )


def _as_list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _folded(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _name(name: str) -> list[str]:
    return sorted(_folded(word) for word in name.replace("-", " ").split())


def _text(record: dict[str, Any], *, kept: bool = False) -> str:
    return _folded("".join(block["text"] for block in record["blocks"] if not (kept and block["set_aside"])))
