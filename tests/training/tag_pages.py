"""Saved pages as the tag model sees them: the lines, where each stands, which are article, and the fold each belongs to."""

import base64
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pages import fold_of, publishers_of, tokens
from selectolax.lexbor import LexborHTMLParser

from pressmark.reading.formats.html import decoded
from pressmark.reading.markup.elements import elements_of
from pressmark.reading.markup.evidence import Evidence, lines_as_arrays
from pressmark.reading.markup.printed_page import print_page

# Runs of so many words tell whether a line is of the article: this share of its own must be the article's.
RUN, SHARE = 3, 0.6
# A shorter line is of the article where the article has it as a line, at most so many lines away from the rest of it.
AWAY = 3
# A line counts by its words, at most so many.
MOST_WORDS = 60
MODERN = ("scrapinghub", "funduseval", "fundus")
# Pages of today and those of other languages are fewer.
WEIGHT = {"2019-26": 1.5, "older": 1.0, "other languages": 2.0}


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """A marked page; `counts` is what each line weighs, 0 for those that no figure counts."""

    page: dict[str, Any]
    group: str
    fold: int
    texts: list[str]
    evidence: Evidence
    article: NDArray[np.bool_]
    counts: NDArray[np.float64]


def load(file: Path) -> list[TaggedPage]:
    """Return the marked pages of a file."""
    found = list(_read(file))
    publishers = publishers_of(
        {"site": page["site"], "text": "\n".join(texts), "labels": article.tolist()}
        for page, texts, _, article in found
    )
    return [
        TaggedPage(
            page, group := _group(page), fold_of(publishers[page["site"]]), texts, evidence, article,
            _counts(page, texts, article, WEIGHT[group]),
        )
        for page, texts, evidence, article in found
        if evidence.size
    ]  # fmt: skip


def _read(file: Path) -> Iterator[tuple[dict[str, Any], list[str], Evidence, NDArray[np.bool_]]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            text, _, _ = decoded(base64.b64decode(page.pop("html_b64")), "")
            printed = print_page(LexborHTMLParser(text))
            texts = [one.text for one in printed.lines]
            evidence = Evidence(elements_of(printed), lines_as_arrays(printed.lines))
            yield page, texts, evidence, marked(texts, page["gold"])


def _group(page: dict[str, Any]) -> str:
    if page["source"] not in MODERN:
        return "older"
    return "2019-26" if page["lang"] == "en" else "other languages"


def marked(texts: list[str], gold: str) -> NDArray[np.bool_]:
    """Tell which lines are of the article, of which only the text is given."""
    wanted = [tokens(line) for line in gold.split("\n")]
    words = [word for line in wanted for word in line]
    runs = {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    whole = {" ".join(line) for line in wanted if line}
    own = [tokens(text) for text in texts]
    article = np.array([_shares(line, runs) for line in own], np.bool_)
    where = np.flatnonzero(article)
    near = (
        range(max(0, where[0] - AWAY), min(len(own), where[-1] + AWAY + 1)) if len(where) else range(len(own))
    )
    for number in near:
        if len(own[number]) <= RUN and " ".join(own[number]) in whole:
            article[number] = True
    return article


def _shares(line: list[str], runs: set[tuple[str, ...]]) -> bool:
    found = [tuple(line[at : at + RUN]) in runs for at in range(len(line) - RUN + 1)]
    return len(line) > RUN and sum(found) >= SHARE * len(found)


def _counts(
    page: dict[str, Any], texts: list[str], article: NDArray[np.bool_], own: float
) -> NDArray[np.float64]:
    """Return what each line counts, between a share of the article and a share of the page."""
    neutral = Counter(" ".join(tokens(line)) for line in page["neutral"] or ())
    words = [tokens(text) for text in texts]
    counts = np.array(
        [min(len(line), MOST_WORDS) + 1.0 if line and not neutral[" ".join(line)] else 0.0 for line in words]
    )
    scale = np.sqrt(max(2 * counts[article].sum(), 1.0) * max(counts.sum(), 1.0))
    return np.asarray(counts / max(scale, 100.0) * 100 * own)
