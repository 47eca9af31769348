"""The marked pages: read as the program reads them, with what is known of each line and the fold each belongs to."""

import gzip
import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pressmark.reading.cleaner.grams import grams
from pressmark.reading.cleaner.lexicon import Lexicon
from pressmark.reading.cleaner.opinion import Opinion, read_opinion
from pressmark.reading.cleaner.sheet import Sheet, read_sheet
from pressmark.reading.page_reading import read_page
from pressmark.reading.verdicts import standing, verdicts_of

FILES = {"dev": "dev.jsonl.gz", "other languages": "multilingual-dev.jsonl.gz", "more": "train-more.jsonl.gz"}
FOLDS = 5
# Of a shortened page at most so many lines of furniture are left above and below the article.
LINES_ABOVE, LINES_BELOW = 10, 15
# Sites with so many lines of furniture in common belong to one publisher and stay in one fold ...
SHARED_LINES = 4
# ... where a line counts that has so many words and stands on so many sites.
SHARED_WORDS, SHARED_SITES = 3, (2, 6)

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked page: its lines as the cleaner sees them, which are article, and how many words each has.

    `words` is 0 for lines that are left out of every figure, `standing` what the rules make of each. `cleaned` tells
    a page that was shortened to little more than its article.
    """

    part: str
    source: str
    fold: int
    sheet: Sheet
    opinion: Opinion
    article: NDArray[np.bool_]
    words: NDArray[np.float64]
    pieces: tuple[NDArray[np.int64], NDArray[np.int64]]
    kept_always: NDArray[np.bool_]
    standing: NDArray[np.int64]
    stretch_of_line: list[int]
    page: dict[str, Any]
    cleaned: bool = False


def load(folder: Path, names: Iterable[str] = FILES) -> list[dict[str, Any]]:
    """Return the pages of the files that are there, each with the name of its part and its fold."""
    pages = []
    for name in names:
        file = folder / FILES[name]
        if file.is_file():
            with gzip.open(file, "rt", encoding="utf-8") as lines:
                pages += [json.loads(line) | {"part": name} for line in lines]
    publishers = publishers_of(pages)
    return [page | {"fold": fold_of(publishers[page["site"]])} for page in pages]


def tokens(text: str) -> list[str]:
    """Return the words of a text as the figures count them."""
    return _TOKEN.findall(text.lower())


def fold_of(publisher: str) -> int:
    """Return the fold of a publisher's pages."""
    return int(hashlib.md5(publisher.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def publishers_of(pages: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return one site that stands for each site's publisher: sites that share lines of furniture are one publisher's."""
    sites_of: defaultdict[str, set[str]] = defaultdict(set)
    sites: dict[str, str] = {}
    for page in pages:
        sites.setdefault(page["site"], page["site"])
        for line, label in zip(page["text"].split("\n"), page["labels"], strict=True):
            words = [] if label else tokens(line)
            if len(words) >= SHARED_WORDS:
                sites_of[" ".join(words)].add(page["site"])
    shared = Counter(
        pair
        for found in sites_of.values()
        if SHARED_SITES[0] <= len(found) <= SHARED_SITES[1]
        for pair in combinations(sorted(found), 2)
    )

    def root(site: str) -> str:
        while sites[site] != site:
            site = sites[site]
        return site

    for (one, other), lines in sorted(shared.items()):
        if lines >= SHARED_LINES:
            sites[root(one)] = root(other)
    return {site: root(site) for site in sites}


def read(pages: Iterable[dict[str, Any]], *, cleaned: bool = False) -> Iterator[Marked]:
    """Yield the pages as the cleaner sees them; with `cleaned` with little or no furniture."""
    lexicon = Lexicon()
    for page in pages:
        if lexicon.is_full():
            lexicon = Lexicon()
        shown = _shortened(page) if cleaned else page
        marked = _read(shown, lexicon, cleaned)
        if marked.sheet.size:
            yield marked


def _read(page: dict[str, Any], lexicon: Lexicon, cleaned: bool) -> Marked:
    lines = page["text"].split("\n")
    seen = read_page(lines)
    verdicts = verdicts_of(seen)
    sheet = read_sheet(seen.stretches, seen.shapes, lexicon)
    neutral = set(page["neutral"])
    own, all_words = np.zeros(sheet.size), np.zeros(sheet.size)
    stretch_of_line = [-1] * len(lines)
    kept = np.zeros(sheet.size, np.bool_)
    standings = np.array([standing(seen, one, verdicts[one]) for one in sheet.number], np.int64)
    for at, number in enumerate(sheet.number):
        part = seen.stretches[number]
        kept[at] = number == seen.headline
        for line in range(part.first, part.last + 1):
            if line not in neutral:
                stretch_of_line[line] = at
                words = len(tokens(lines[line]))
                all_words[at] += words
                own[at] += words * page["labels"][line]
    return Marked(
        page["part"], page["source"], page["fold"], sheet,
        read_opinion(seen, verdicts, sheet.number), own * 2 >= np.maximum(all_words, 1), all_words,
        grams(sheet), kept, standings, stretch_of_line, page, cleaned,
    )  # fmt: skip


def _shortened(page: dict[str, Any]) -> dict[str, Any]:
    """Return the page with its title and article and, for two pages in three, some of the furniture around it.

    So the cleaner sees texts that a person or another program has cleaned, or nearly.
    """
    lines, labels = page["text"].split("\n"), page["labels"]
    neutral = set(page["neutral"])
    article = [number for number, label in enumerate(labels) if label]
    if not article:
        return page
    title = [number for number in neutral if number < article[0] and tokens(lines[number])][-2:]
    begin, end = min([*title, article[0]]), article[-1] + 1
    chance = random.Random(page["id"])
    if chance.random() < 1 / 3:
        keep = sorted({*title, *article})
    else:
        begin, end = begin - chance.randint(0, LINES_ABOVE), end + chance.randint(0, LINES_BELOW)
        keep = list(range(max(begin, 0), min(end, len(lines))))
    kept: list[int] = []
    for number in keep:
        if number and not lines[number - 1].strip() and number - 1 not in kept:
            kept.append(number - 1)
        kept.append(number)
    kept = list(dict.fromkeys(kept))
    out = [place for place, number in enumerate(kept) if number in neutral or not lines[number].strip()]
    return page | {
        "text": "\n".join(lines[number] for number in kept),
        "labels": [labels[number] for number in kept],
        "neutral": out,
    }
