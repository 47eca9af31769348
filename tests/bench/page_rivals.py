"""What the extractors of others make of the same saved pages, and the processor's time that each one takes."""

import base64
import importlib
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

# What each one needs; `pip install --group rivals` brings them all.
MODULES = {"trafilatura": "trafilatura", "readability-lxml": "readability", "Resiliparse": "resiliparse"}
USUAL = range(70_000, 140_000)  # bytes of a page whose time counts
Answer = dict[str, Any]


def answers(pages: Path, parent: Path) -> Iterator[tuple[str, Path | str, float]]:
    """Yield each rival with the file of its answers, or why there are none, and its median milliseconds a page."""
    for name, module in MODULES.items():
        try:
            importlib.import_module(module)
        except ImportError:
            yield name, f"{name} is not installed (pip install --group rivals)", 0.0
            continue
        file = parent / f"{module}.jsonl"
        told = subprocess.run(
            [sys.executable, __file__, name, str(pages), str(file)],
            check=True,
            capture_output=True,
            text=True,
        )
        yield name, file, float(told.stdout.splitlines()[-1])


def own_time(pages: Path, model: Path) -> float:
    """Return our median milliseconds a page, the whole reading."""
    command = [sys.executable, __file__, "Pressmark", str(pages), "-", str(model)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])


def _trafilatura(data: bytes) -> Answer:
    import trafilatura

    found = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
    if found is None:
        return {"text": ""}
    told = found if isinstance(found, dict) else found.as_dict()
    names = [name.strip() for name in (told.get("author") or "").split(";") if name.strip()]
    return {
        "text": told.get("text") or "",
        "headline": told.get("title"),
        "date": told.get("date"),
        "byline": names,
    }


def _readability(data: bytes) -> Answer:
    import lxml.html
    import readability

    page = readability.Document(data.decode("utf-8", "replace"))
    summary = lxml.html.fromstring(page.summary())
    return {"text": "\n".join(summary.itertext()), "headline": page.short_title()}


def _resiliparse(data: bytes) -> Answer:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse_from_bytes(data, detect_encoding(data))
    text = extract_plain_text(tree, main_content=True, alt_texts=False, preserve_formatting=True)
    return {"text": text, "headline": tree.title}


def _pressmark(data: bytes) -> Answer:
    from pressmark.reading import formats
    from pressmark.reading.article import read_article

    read_article(formats.read(data, "page.html"), "page.html")
    return {}


_READ: dict[str, Callable[[bytes], Answer]] = {
    "trafilatura": _trafilatura, "readability-lxml": _readability, "Resiliparse": _resiliparse, "Pressmark": _pressmark,
}  # fmt: skip


def main(name: str, pages: str, file: str, model: str = "") -> None:
    """Answer all pages, and print the median of the milliseconds of the processor for those of usual size."""
    if model:
        from pressmark.reading.markup import tag_model

        tag_model.FILE = model
    read, times, told = _READ[name], [], []
    for line in Path(pages).read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        data = base64.b64decode(page["html_b64"])
        begun = time.process_time()
        try:
            answer = read(data)
        except Exception as error:  # a rival that fails on a page has not answered it
            print(f"{name}: {page['id']}: {error}", file=sys.stderr)
            answer = {"text": ""}
        if len(data) in USUAL:
            times.append(1_000 * (time.process_time() - begun))
        told.append(json.dumps({"id": page["id"], **answer}))
    if file != "-":
        Path(file).write_text("\n".join(told), encoding="utf-8")
    print(statistics.median(times) if times else 0.0)


if __name__ == "__main__":
    main(*sys.argv[1:])
