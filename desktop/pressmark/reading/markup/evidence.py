"""Where each line of a page stands, as numbers: the features of the trees that judge by tags alone."""

from dataclasses import dataclass

import numpy as np

from pressmark.reading.cleaner.grams import Table, scores
from pressmark.reading.cleaner.line_rows import Row, running, shifted, summed
from pressmark.reading.markup.class_tokens import class_tokens
from pressmark.reading.markup.elements import COLUMNS, NONE, Elements, Flags, Numbers
from pressmark.reading.markup.printed_page import PrintedLine
from pressmark.reading.shapes import shape

PROSE_WORDS, LONG_PROSE, PROSE_LINKED = 10, 25, 0.4
# A line adds to the container around it, and less to those further out (readability's score, with half for each step).
SCORED_WORDS, FALL, STEPS = 6, 0.5, 4
# The main container holds this share of the prose; where two of its children do, only one with much more.
MOST, MUCH_MORE = 0.6, 0.85
LEVELS = ("block", "parent", "grandparent", "great-grandparent")
WINDOWS = (1, 3, 8)

Features = dict[str, Row]


@dataclass(frozen=True, slots=True)
class Lines:
    """A page's lines as arrays: the element of each, its words, and what they look like."""

    element: Numbers
    words: Row
    characters: Row
    commas: Row
    ends: Row
    linked: Row
    bold: Row
    links: Row
    prose: Flags


def lines_as_arrays(lines: list[PrintedLine]) -> Lines:
    """Return the lines as arrays."""
    looks = [shape(line.text) for line in lines]
    characters = np.array([len(line.text) for line in lines], np.float64)
    words = np.array([look.words for look in looks], np.float64)
    linked = np.array([line.linked for line in lines], np.float64) / np.maximum(characters, 1)
    ends = np.array([look.ends for look in looks], np.float64)
    return Lines(
        np.array([line.element for line in lines], np.int64),
        words,
        characters,
        np.array([line.text.count(",") + line.text.count("、") for line in lines], np.float64),
        ends,
        linked,
        np.array([line.bold for line in lines], np.float64) / np.maximum(characters, 1),
        np.array([line.links for line in lines], np.float64),
        (words >= PROSE_WORDS) & (linked < PROSE_LINKED) & ((ends > 0) | (words >= LONG_PROSE)),
    )


class Evidence:
    """All that is known of a page's lines by where they stand."""

    def __init__(self, elements: Elements, lines: Lines) -> None:
        """Look at the containers of the page."""
        self.elements, self.lines = elements, lines
        self.size = len(lines.element)
        at, prose = lines.element, np.where(lines.prose, lines.words, 0.0)
        self.prose = elements.sums(at, prose)
        self._words = elements.sums(at, lines.words)
        self._linked = elements.sums(at, lines.words * lines.linked)
        self._count = elements.sums(at, np.ones(self.size))
        self._prose_lines = elements.sums(at, lines.prose.astype(np.float64))
        self.h1 = next(
            (number for number, tag in enumerate(elements.tags) if tag == "h1" and self._words[number]), -1
        )
        self.best = self._best_container()
        self.main = self._main_container()
        above = elements.holds(self.main) | elements.holds(self.h1)
        self.below = ~above[:, None] & elements.is_
        self.near = elements.steps_up(elements.is_)[at]
        self.steps_below = elements.steps_up(self.below)
        self.near_below = self.steps_below[at]
        self.up = self._levels()

    def _levels(self) -> Numbers:
        """Return the block of each line and the three elements around it, a row each."""
        rows = [self.elements.block[self.lines.element]]
        for _ in LEVELS[1:]:
            rows.append(np.maximum(self.elements.parent[rows[-1]], 0))
        return np.stack(rows)

    def _best_container(self) -> int:
        """Return the element with most text in it that stands right there."""
        lines, elements = self.lines, self.elements
        scored = lines.words >= SCORED_WORDS
        if not scored.any():
            return -1
        score = (1 + np.minimum(3, lines.commas + lines.characters / 100)) * (1 - lines.linked) * scored
        total = np.zeros(elements.size)
        at = np.maximum(elements.parent[elements.block[lines.element]], 0)
        for _ in range(STEPS):
            total += np.bincount(at, score, elements.size)
            score, at = score * FALL, np.maximum(elements.parent[at], 0)
        return int(np.argmax(total * (1 - self._linked / np.maximum(self._words, 1))))

    def _main_container(self) -> int:
        """Go down as long as one child holds most of the prose."""
        parent, prose = self.elements.parent, self.prose
        if not self.size or prose[0] <= 0:
            return -1
        here = 0
        children: dict[int, list[int]] = {}
        for number in np.flatnonzero(prose > 0).tolist():
            children.setdefault(int(parent[number]), []).append(number)
        while held := sorted(children.get(here, []), key=lambda child: -prose[child]):
            share = MUCH_MORE if len(held) > 1 and prose[held[1]] > 0.1 * prose[here] else MOST
            if prose[held[0]] < share * prose[here]:
                break
            here = held[0]
        return here

    def features(self, table: Table, bias: float) -> Features:
        """Return the named features of the lines; `table` has the learned weights of class words."""
        return self.with_classes(scores(self.tokens(), self.size, table, bias).astype(np.float64))

    def with_classes(self, learned: Row) -> Features:
        """Return the named features, where the learned score of each line's class words is known."""
        return {
            **self._own(),
            **{f"to {name}": self.near[:, n].astype(np.float64) for n, name in enumerate(COLUMNS)},
            **{
                f"below to {name}": self.near_below[:, n].astype(np.float64) for n, name in enumerate(COLUMNS)
            },
            **self._containers(learned),
            **self._places(),
            **self._paths(learned),
            **self._around(learned),
        }

    def _own(self) -> Features:
        lines, elements = self.lines, self.elements
        return {
            "words": np.minimum(lines.words, 200), "characters": np.log1p(lines.characters),
            "commas": lines.commas / np.maximum(lines.words, 1), "ends": lines.ends, "linked": lines.linked,
            "bold": lines.bold, "links": np.minimum(lines.links, 20), "prose": lines.prose.astype(np.float64),
            "depth": elements.depth[lines.element].astype(np.float64),
            "position": running(lines.words)[:-1] / max(lines.words.sum(), 1.0),
            "page's lines": np.full(self.size, np.log1p(self.size)),
            "page's prose": np.full(self.size, self.prose[0] / max(self._words[0], 1.0) if self.size else 0.0),
            "page's words": np.full(self.size, np.log1p(self._words[0] if self.size else 0.0)),
        }  # fmt: skip

    def _containers(self, learned: Row) -> Features:
        """What is in the block of a line and in those around it."""
        found: Features = {}
        words, whole = self._words, max(self.prose[0], 1.0) if self.size else 1.0
        weight = np.sqrt(np.clip(self.lines.words, 1, 60))
        class_sum = self.elements.sums(self.lines.element, learned * weight)
        weights = np.maximum(self.elements.sums(self.lines.element, weight), 1.0)
        for name, at in zip(LEVELS, self.up, strict=True):
            found |= {
                f"words of {name}": np.log1p(words[at]), f"linked of {name}": self._linked[at] / np.maximum(words[at], 1),
                f"prose of {name}": self.prose[at] / np.maximum(words[at], 1), f"lines of {name}": np.log1p(self._count[at]),
                f"prose lines of {name}": np.log1p(self._prose_lines[at]),
                f"share of page's prose in {name}": self.prose[at] / whole,
                f"classes of {name}": class_sum[at] / weights[at],
            }  # fmt: skip
        return found

    def _places(self) -> Features:
        """Where a line stands to the best and the main container, and to the first heading."""
        at = self.lines.element
        order, found = np.arange(self.size), {}
        for name, element in (("best", self.best), ("main", self.main)):
            inside = self.elements.holds_in(element)[at] if element >= 0 else np.zeros(self.size, np.bool_)
            depth = self.elements.depth[element] if element >= 0 else 0
            found[f"inside {name}"] = np.where(inside, 0.0, np.where(at < max(element, 0), -1.0, 1.0))
            found[f"steps in {name}"] = np.where(inside, self.elements.depth[at] - depth, NONE).astype(
                np.float64
            )
            where = np.flatnonzero(inside)
            first, last = (where[0], where[-1]) if len(where) else (0, 0)
            found[f"lines into {name}"] = np.minimum(order - first, 60).astype(np.float64)
            found[f"lines left of {name}"] = np.clip(last - order, -60, 60).astype(np.float64)
        heading = np.searchsorted(at, self.h1) if self.h1 >= 0 else 0
        found["lines since h1"] = (
            np.clip(order - heading, -60, 60).astype(np.float64) if self.h1 >= 0 else np.full(self.size, 99.0)
        )
        common = np.zeros(self.size)
        if self.h1 >= 0:
            holding = self.elements.holds(self.h1)
            steps = self.elements.steps_up(holding[:, None])[at, 0]
            common = steps.astype(np.float64)
        found["steps to what holds h1"] = common
        return found

    def _paths(self, learned: Row) -> Features:
        """What else stands on the same path: the names of the element and of two around it."""
        elements, at = self.elements, self.lines.element
        names = [f"{tag}.{key}" for tag, key in zip(elements.tags, elements.keys, strict=True)] + [""]
        above = elements.parent[at]
        further = np.where(above >= 0, elements.parent[above], -1)
        around = zip(at.tolist(), above.tolist(), further.tolist(), strict=True)
        paths = [f"{names[one]}<{names[up]}<{names[top]}" for one, up, top in around]
        number: dict[str, int] = {}
        path = np.array([number.setdefault(one, len(number)) for one in paths], np.int64)
        count = np.bincount(path)
        words, prose = (
            np.bincount(path, self.lines.words),
            np.bincount(path, np.where(self.lines.prose, self.lines.words, 0.0)),
        )
        main = int(np.argmax(prose)) if len(prose) else -1
        return {
            "lines of path": np.log1p(count)[path],
            "words a line of path": (words / np.maximum(count, 1))[path],
            "share of prose on path": (prose / max(prose.sum(), 1.0))[path],
            "prose of path": (prose / np.maximum(words, 1))[path],
            "is main path": (path == main).astype(np.float64),
            "classes of path": (np.bincount(path, learned) / np.maximum(count, 1))[path],
            "same path above": (path == shifted(path, 1, -1)).astype(np.float64),
            "same path below": (path == shifted(path, -1, -1)).astype(np.float64),
            "same block's parent above": (self.up[1] == shifted(self.up[1], 1, -1)).astype(np.float64),
            "same block's parent below": (self.up[1] == shifted(self.up[1], -1, -1)).astype(np.float64),
        } if self.size else {}  # fmt: skip

    def _around(self, learned: Row) -> Features:
        """What the lines before and after are."""
        lines = self.lines
        rows = {
            "classes": learned,
            "linked": lines.linked,
            "prose": lines.prose.astype(np.float64),
            "words": np.minimum(lines.words, 60),
        }
        sums = running(np.stack(list(rows.values())))
        found: Features = {"classes": learned}
        for width in WINDOWS:
            for side, first, last in (("before", -width, -1), ("after", 1, width)):
                for name, row in zip(rows, summed(sums, first, last), strict=True):
                    found[f"{name} {width} {side}"] = row / width
        return found

    def tokens(self) -> tuple[Numbers, Numbers]:
        """Return (line, bucket) of the class words and names of elements around each line."""
        cut = self.elements.holds(self.main) | self.elements.holds(self.h1)
        return class_tokens(self.elements, self.lines.element, cut)
