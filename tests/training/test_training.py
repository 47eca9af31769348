"""The training, on a small invented web: the same pages give the same bytes, and a model that works."""

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from threadpoolctl import threadpool_limits

sys.path.insert(0, str(Path(__file__).resolve().parent))

import card
import train
from figures import Scorer
from fit import Lines, as_news
from pages import fold_of, load, publishers_of, read, tokens

from pressmark.reading.cleaner.forest import Forest
from pressmark.reading.cleaner.model import Cleaner
from pressmark.reading.page_reading import read_page
from pressmark.reading.verdicts import verdicts_of

WORDS = [
    "harbour",
    "council",
    "winter",
    "dredging",
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
    "wall",
    "school",
]
MENU = ["Home", "News", "Sport", "Weather", "Contact us", "Archive"]
PAGES, SITES = 60, 12


def sentence(rnd: random.Random) -> str:
    one, two, three, four = rnd.choices(WORDS, k=4)
    return f"The {one} of the {two} was for the {three} and not for the {four}, they said."


def invented(rnd: random.Random, number: int) -> dict[str, Any]:
    article = [sentence(rnd) for _ in range(6)]
    links = [f"{rnd.choice(WORDS)} {rnd.choice(WORDS)} again".capitalize() for _ in range(4)]
    title = f"The {rnd.choice(WORDS)} and the {rnd.choice(WORDS)}".capitalize()
    lines = [*rnd.sample(MENU, 4), "", title, *article, "", "Related stories", *links]
    first = lines.index(article[0])
    labels = [int(first <= at < first + 6) for at in range(len(lines))]
    blank = [at for at, line in enumerate(lines) if not line]
    return {
        "id": str(number), "site": f"site{number % SITES}.example", "source": "invented", "lang": "en", "part": "dev",
        "title": title, "text": "\n".join(lines), "gold": "\n".join(article), "labels": labels,
        "neutral": [*blank, first - 1],
    }  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> Iterator[None]:
    """On so few lines several threads only wait for one another."""
    with threadpool_limits(1):
        yield


@pytest.fixture(scope="module")
def pages() -> list[dict[str, Any]]:
    rnd = random.Random(3)
    made = [invented(rnd, number) for number in range(PAGES)]
    return [page | {"fold": number % 5} for number, page in enumerate(made)]


@pytest.fixture(scope="module")
def lines(pages: list[dict[str, Any]]) -> Lines:
    return Lines([*read(pages), *read(pages[:10], cleaned=True)])


def test_the_same_pages_give_the_same_bytes_and_a_model_that_works(lines: Lines, tmp_path: Path) -> None:
    names, table, weight = train.prepared(lines)
    for name in ("one.npz", "two.npz"):
        train.write(tmp_path / name, train.model_parts(lines, names, table, weight))
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    trained = Cleaner(tmp_path / "one.npz")
    unseen = invented(random.Random(99), 99)
    page = read_page(unseen["text"].split("\n"))
    likely = trained.likely(page, verdicts_of(page)).chances
    labels = np.array([unseen["labels"][part.first] for part in page.stretches])
    neutral = np.array([part.first in unseen["neutral"] for part in page.stretches])
    assert likely[(labels == 1) & ~neutral].min() > likely[(labels == 0) & ~neutral].max()


def test_the_packed_trees_answer_as_the_fitted_ones(lines: Lines, tmp_path: Path) -> None:
    names, table, weight = train.prepared(lines)
    every = np.ones(len(table), np.bool_)
    model = train.fit_trees(table, lines.article, weight, every)
    parts = train.packed_trees(model, names)
    used = [names.index(name) for name in parts["names"]]
    forest = Forest(
        parts["features"].astype(np.int64),
        parts["limits"],
        parts["closed"],
        parts["leaves"],
        float(parts["bias"]),
    )
    assert forest.log_odds(table[:, used]) == pytest.approx(model.decision_function(as_news(table)), abs=1e-4)


def test_sites_that_share_furniture_are_one_publishers(pages: list[dict[str, Any]]) -> None:
    shared = [f"The furniture line number {word}" for word in ("one", "two", "three", "four")]
    own = [
        {**page, "text": "\n".join([*shared, page["text"]]), "labels": [0] * 4 + page["labels"]}
        for page in pages[:2]
    ]
    found = publishers_of([*own, *pages[2:]])
    assert found["site0.example"] == found["site1.example"] != found["site2.example"]
    assert {fold_of(found[page["site"]]) for page in own} <= set(range(5))


def test_a_shortened_page_has_its_title_and_article_and_little_else(pages: list[dict[str, Any]]) -> None:
    alone = 0
    for whole, short in zip(pages, read(pages, cleaned=True), strict=True):
        left = short.page["text"].split("\n")
        assert [line for line in left if line in whole["gold"].split("\n")] == whole["gold"].split("\n")
        assert whole["title"] in left
        labelled = [line for line, label in zip(left, short.page["labels"], strict=True) if label]
        assert labelled == whole["gold"].split("\n")
        alone += len([line for line in left if line]) == len(labelled) + 1
    assert 5 < alone < 40


@pytest.mark.parametrize(
    ("keep", "precision", "recall", "destroyed"),
    [("all", 0.5, 1.0, 0.0), ("article", 1.0, 1.0, 0.0), ("nothing", 0.0, 0.0, 1.0)],
)
def test_figures(
    pages: list[dict[str, Any]], keep: str, precision: float, recall: float, destroyed: float
) -> None:
    marked = list(read(pages))
    kept = {
        "all": lambda number: np.ones(marked[number].sheet.size, np.bool_),
        "article": lambda number: marked[number].article,
        "nothing": lambda number: np.zeros(marked[number].sheet.size, np.bool_),
    }[keep]
    figures = Scorer(marked).score(kept, lambda page: True)
    assert (figures.recall, figures.destroyed) == (recall, destroyed)
    assert figures.precision >= precision
    assert (figures.precision == 1) == (keep == "article")


def test_the_card_takes_the_figures(lines: Lines, tmp_path: Path) -> None:
    file = tmp_path / "card.md"
    file.write_text("Before\n<!-- figures -->\nold\n<!-- end of figures -->\nAfter\n", encoding="utf-8")
    card.write(file, lines, lines.article.astype(np.float64), (0.5,) * 5, (0.5,) * 5)
    text = file.read_text(encoding="utf-8")
    assert "| English | 60 | 1.000 | 1.000 | 1.000 | 0.0% |" in text
    assert "old" not in text
    assert text.startswith("Before\n")
    assert text.endswith("After\n")


def test_pages_that_are_missing_are_none(tmp_path: Path) -> None:
    assert load(tmp_path) == []
    assert tokens("Ein Haus, 東京!") == ["ein", "haus", "東", "京"]
