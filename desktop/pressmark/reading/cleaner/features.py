"""The features of each line of a page, all computed at once; the trees choose among them by name."""

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from pressmark.reading.cleaner import opinion as said
from pressmark.reading.cleaner import sheet as marks
from pressmark.reading.cleaner.lexicon import (
    DIGITS,
    LOWER,
    PLAIN_COLUMNS,
    UPPER,
    WEIGHT,
    families,
)
from pressmark.reading.cleaner.line_rows import (
    Row,
    best_run,
    lines_since,
    running,
    shifted,
    signed_log,
    summed,
)
from pressmark.reading.cleaner.opinion import Opinion
from pressmark.reading.cleaner.sheet import Sheet

# Prose: so many words, of which this share are stop words, and a full stop or so many words more.
PROSE_WORDS, PROSE_SHARE, LONG_PROSE = 10, 0.22, 25
# Words of a line that count in the main run, and what a line that is no prose costs.
GAIN_AT_MOST, COST, COST_AT_MOST = 120, 3, 12
HEADING_WORDS = 12
# The headline: so many words, at most so many lines above the run.
HEADLINE_WORDS, HEADLINE_REACH = (3, 22), 40
# A line's score below which it speaks against what follows.
AGAINST = -0.8
FAR = 60.0
# Lines above and below that may be of the same shape.
ALIKE = 6
# The windows, in lines, over which what stands around a line is summed: those that the trees found of use.
AROUND = [
    ("phrases", -8, 8, "around"), ("captions", -8, 8, "around"), ("dates", -8, 8, "around"), ("keeps", -8, 8, "around"),
    ("dates", 1, 5, "after"), ("keeps", 1, 5, "after"), ("dates", -5, -1, "before"), ("keeps", -5, -1, "before"),
]  # fmt: skip
_BOTH = ("before", "after")
WINDOWS = {
    "likeness": [(width, side) for width in (2, 5, 12, 30) for side in _BOTH],
    "lower": [(width, side) for width in (2, 5, 12, 30) for side in _BOTH],
    "stops": [(5, "before"), (30, "after")],
    "words": [(2, "before")],
    "heading": [(width, side) for width in (5, 12, 30) for side in _BOTH],
}
# The word families that are counted in the lines around.
FAMILIES_AROUND = ("first", "you", "time", "said")
ALL_WINDOWS = ((12, "both"), *dict.fromkeys(window for some in WINDOWS.values() for window in some))

Features = dict[str, Row]


def features(sheet: Sheet, opinion: Opinion, likeness: Row, heading: Row) -> Features:
    """Return the named features of the lines, a row each.

    `likeness` is how much each line by itself reads like article text, `heading` how much it reads like a heading
    after which article text comes (log-odds).
    """
    lines = _Lines(sheet, likeness, heading)
    return {
        **lines.own(),
        **lines.place(),
        **lines.shared(),
        **lines.headings(),
        **lines.around(),
        **lines.neighbours(),
        **_rules(opinion, lines),
        **lines.whole(),
    }


class _Lines:
    """The lines of a page with what several features need."""

    def __init__(self, sheet: Sheet, likeness: Row, heading: Row) -> None:
        self.sheet, self.likeness, self.heading = sheet, likeness, heading
        self.size = sheet.size
        self.at = np.arange(self.size, dtype=np.float64)
        self.columns = np.add.reduceat(sheet.columns, sheet.start, axis=0).astype(np.float64)
        self.words: Row = np.ceil(self.columns[:, WEIGHT])
        self.count: Row = sheet.count.astype(np.float64)
        self.stops: Row = np.add.reduceat(sheet.stop.astype(np.float64), sheet.start)
        self.share_of_stops: Row = self.stops / self.count
        self.ends = _is_end(sheet.last)
        self.prose: NDArray[np.bool_] = (
            (self.words >= PROSE_WORDS)
            & (self.share_of_stops >= PROSE_SHARE)
            & (self.ends | (self.words >= LONG_PROSE))
        )
        self.weight: Row = np.sqrt(np.clip(self.words, 1, FAR))
        self.words_before = running(self.words)
        self.prose_words: Row = np.where(self.prose, self.words, 0.0)
        self.heads: Row = np.where(self.words <= HEADING_WORDS, heading, 0.0)
        self.plain_run = best_run(
            np.where(
                self.prose,
                np.minimum(self.words, GAIN_AT_MOST),
                -(np.minimum(self.words, COST_AT_MOST) + COST),
            )
        )
        self.run = best_run(self._learned_gain())

    def _learned_gain(self) -> Row:
        """What a line adds to the run: its likeness, by its length; prose more, a heading of other things less."""
        gain = np.clip(self.likeness, -3, 3) * self.weight
        gain -= np.where((self.heading < -1.0) & (self.words <= HEADING_WORDS), 6.0, 0.0)
        return np.where(self.prose, np.maximum(gain, -1.0) + self.weight, gain - 1.0)

    def family(self, name: str) -> Row:
        """Return how many words of a family each line has."""
        return np.asarray(self.columns[:, PLAIN_COLUMNS + families().index(name)])

    def own(self) -> Features:
        """What a line is by itself."""
        characters, columns, count = self.sheet.characters, self.columns, self.count
        return {
            "words": self.words,
            "length": np.log1p(self.sheet.long),
            "stops": np.minimum(self.stops, 30),
            "lower": columns[:, LOWER] / count,
            "upper": columns[:, UPPER] / count,
            "figures": columns[:, DIGITS] / count,
            "ends": self.ends.astype(np.float64),
            "commas": characters[:, marks.COMMA] / np.maximum(self.words, 1),
            "quotes": np.minimum(characters[:, marks.QUOTE], 8).astype(np.float64),
            "separators": np.minimum(characters[:, marks.SEPARATOR], 8).astype(np.float64),
            "likeness": self.likeness,
            "heading": self.heading,
            "times": np.minimum(_repeats(self.sheet.texts), 5),
            "credits": np.minimum(self.family("credit"), 6),
        }

    def place(self) -> Features:
        """Where a line stands: on the page, to the main runs, to prose, in its block."""
        before, total = self.words_before, max(self.words_before[-1], 1.0)
        found: Features = {
            "position": before[:-1] / total,
            "from top": np.log1p(self.at),
            "prose above": running(self.prose_words)[:-1] / max(self.prose_words.sum(), 1.0),
            "gap above": self.sheet.gap.astype(np.float64),
            "gap below": shifted(self.sheet.gap, -1, 1.0),
        }
        for name, (first, after) in (("plain run", self.plain_run), ("run", self.run)):
            away = np.where(
                self.at < first, first - self.at, np.where(self.at >= after, after - self.at - 1, 0)
            )
            words = np.where(
                self.at < first,
                before[first] - before[1:],
                np.where(self.at >= after, before[after] - before[:-1], 0),
            )
            found[f"lines to {name}"] = signed_log(away)
            found[f"words to {name}"] = signed_log(words)
            found[f"place in {name}"] = np.where(
                away > 0,
                -1.0,
                np.where(
                    away < 0, 2.0, (before[:-1] - before[first]) / max(1.0, before[after] - before[first])
                ),
            )
        return found | self._to_prose() | self._block()

    def _to_prose(self) -> Features:
        """How far the nearest prose is, and how long it is."""
        above = shifted(np.maximum.accumulate(np.where(self.prose, self.at, -1.0)), 1, -1.0).astype(np.int64)
        below = shifted(
            np.minimum.accumulate(np.where(self.prose, self.at, self.size)[::-1])[::-1], -1, self.size
        ).astype(np.int64)
        before, last = self.words_before, max(self.size - 1, 0)
        inside = np.minimum(below, last)
        return {
            "lines to prose below": np.minimum(below - self.at, 20),
            "words to prose below": np.where(
                below < self.size, np.log1p(np.maximum(before[inside] - before[1:], 0)), 9
            ),
            "prose last above": np.where(above >= 0, np.minimum(self.words[np.maximum(above, 0)], 100), 0),
        }

    def _block(self) -> Features:
        """The lines between two blank ones: how many, how much prose, how like article text."""
        block = np.cumsum(self.sheet.gap) - 1
        number = np.bincount(block)
        words = np.maximum(np.bincount(block, self.words), 1.0)
        return {
            "lines of block": np.log1p(number)[block],
            "words of block": np.log1p(words)[block],
            "prose of block": (np.bincount(block, self.prose_words) / words)[block],
            "likeness of block": (np.bincount(block, self.likeness * self.words) / words)[block],
            "place in block": self.at - (np.cumsum(number) - number)[block],
        }

    def shared(self) -> Features:
        """What a line says of what the main run says, and whether it is the headline."""
        sheet = self.sheet
        _, earliest, word = np.unique(sheet.folded, return_index=True, return_inverse=True)
        first, after = self.run
        inside = (sheet.line >= first) & (sheet.line < after)
        said_there = np.bincount(word[inside & sheet.content], minlength=word.max() + 1)
        elsewhere = said_there[word] - inside
        content = np.maximum(self._per_line(sheet.content), 1)
        once = self._per_line(sheet.content & (elsewhere > 0))
        fresh = np.zeros(len(word), np.bool_)
        fresh[earliest] = True
        headline, score = self._headline(once, content)
        in_headline = np.zeros(word.max() + 1, np.bool_)
        in_headline[word[(sheet.line == headline) & sheet.content]] = True
        return {
            "shared": once / content,
            "shared often": self._per_line(sheet.content & (elsewhere > 2)) / content,
            "number shared": np.minimum(once, 10),
            "content words": np.minimum(self._per_line(sheet.content), 40),
            "new words": self._per_line(fresh & sheet.content) / content,
            "headline's score": np.full(self.size, score),
            "shared with headline": self._per_line(sheet.content & in_headline[word]) / content,
        }

    def _per_line(self, flags: NDArray[np.bool_]) -> Row:
        return np.asarray(np.add.reduceat(flags.astype(np.float64), self.sheet.start))

    def _headline(self, once: Row, content: Row) -> tuple[int, float]:
        """Guess the headline: above the run, short, and of the run's words."""
        start = self.run[0]
        may = (self.words >= HEADLINE_WORDS[0]) & (self.words <= HEADLINE_WORDS[1])
        may &= (self.at < start + 2) & (self.at >= start - HEADLINE_REACH) & ~(self.prose & self.ends)
        score = (once / np.maximum(content, 2) + 0.1 * np.minimum(once, 5)) * may - 0.004 * np.abs(
            self.at - start
        )
        best = int(np.argmax(score))
        return best, float(score[best])

    def headings(self) -> Features:
        """What the headings above say of what follows."""
        against = running(np.minimum(self.heads, 0))
        below_run = self.at >= self.run[0]
        strong = below_run & (self.heads < AGAINST)
        return {
            "heading 3": summed(against, -3, -1),
            "heading 8": summed(against, -8, -1),
            "worst heading": shifted(np.minimum.accumulate(np.where(below_run, self.heads, 0)), 1, 0),
            "since heading": lines_since(strong, FAR),
        }

    def around(self) -> Features:
        """What stands in the lines before and after, over windows of several widths."""
        rows = {
            "likeness": self.likeness * self.weight,
            "lower": self.columns[:, LOWER],
            "stops": self.stops,
            "words": self.words,
            "weight": self.weight,
            "heading": self.heads,
            **{name: self.family(name) for name in FAMILIES_AROUND},
        }
        sums = running(np.stack(list(rows.values())))
        within = {
            window: dict(zip(rows, summed(sums, *_reach(*window)), strict=True)) for window in ALL_WINDOWS
        }
        found: Features = {}
        for name, per in (("likeness", "weight"), ("lower", "words"), ("stops", "words")):
            for window in WINDOWS[name]:
                share = within[window][name] / np.maximum(within[window][per], 1)
                found[f"{name} {window[0]} {window[1]}"] = share
        for width, side in WINDOWS["words"]:
            found[f"words {width} {side}"] = np.log1p(within[width, side]["words"])
        for width, side in WINDOWS["heading"]:
            found[f"heading {width} {side}"] = within[width, side]["heading"]
        for name in FAMILIES_AROUND:
            found[f"{name} 12"] = within[12, "both"][name] / np.maximum(within[12, "both"]["words"], 1)
        return found

    def neighbours(self) -> Features:
        """What the two lines before and after are."""
        rows = {"words": self.words, "ends": self.ends, "likeness": self.likeness, "heading": self.heading}
        shape = _shape(self)
        found = {f"{name} {-by:+}": shifted(row, by, -1.0) for name, row in rows.items() for by in (1, -1)}
        same = np.zeros(self.size)
        around = np.concatenate((np.full(ALIKE, -1.0), shape, np.full(ALIKE, -1.0)))
        for by in range(1, ALIKE + 1):
            above, below = around[ALIKE - by : -ALIKE - by], around[ALIKE + by : ALIKE + by + self.size]
            same += (above == shape) | (below == shape)
        return found | {"of the same shape": same}

    def whole(self) -> Features:
        """What the page is as a whole, the same for each line."""
        total, prose = max(self.words_before[-1], 1.0), self.prose_words
        facts = {
            "page's lines": np.log1p(self.size),
            "page's words": np.log1p(total),
            "page's prose": prose.sum() / total,
            "prose in plain run": prose[slice(*self.plain_run)].sum() / max(prose.sum(), 1.0),
            "prose in run": prose[slice(*self.run)].sum() / max(prose.sum(), 1.0),
            "run begins": self.run[0] / max(self.size, 1),
            "run's words": np.log1p(self.words[slice(*self.run)].sum()),
            "page's median": float(np.median(self.words)),
            "page's stops": self.sheet.stopped / max(len(self.sheet.line), 1),
            "page's likeness": float(np.average(self.likeness, weights=self.weight)),
            "page's gaps": float(self.sheet.gap.mean()),
            "page's comments": 100 * self.family("comment").sum() / total,
            "page's first person": 100 * self.family("first").sum() / total,
            "page's English": float(self.sheet.english),
        }
        return {name: np.full(self.size, fact) for name, fact in facts.items()}


def _reach(width: int, side: str) -> tuple[int, int]:
    """Return the first and the last line of a window, counted from its own line."""
    return 1 if side == "after" else -width, -1 if side == "before" else width


def _is_end(last: NDArray[np.uint32]) -> NDArray[np.bool_]:
    return np.asarray(marks.classes_of(last) == marks.SENTENCE_END, np.bool_)


def _repeats(texts: list[str]) -> Row:
    lowered = [text.lower() for text in texts]
    times = Counter(lowered)
    return np.array([times[text] for text in lowered], np.float64)


def _shape(lines: _Lines) -> Row:
    """Return a number that lines of about the same length and look share."""
    length = np.minimum(6, np.log2(lines.words + 1)).astype(np.int64)
    upper = lines.columns[:, UPPER] / lines.count > 0.6
    figures = lines.columns[:, DIGITS] / lines.count > 0.2
    return np.asarray(length * 8 + lines.ends * 4 + upper * 2 + figures, np.float64)


def _rules(opinion: Opinion, lines: _Lines) -> Features:
    """What the rules say of a line and of those around it."""
    kept = opinion.verdict == 0
    comments, links = opinion.phrase == said.COMMENTS, opinion.phrase == said.LINKS
    below = lines.at >= opinion.body
    found: Features = {
        "verdict": opinion.verdict.astype(np.float64),
        "kept": kept.astype(np.float64),
        "under heading": opinion.under.astype(np.float64),
        "from headline": signed_log(opinion.from_headline),
        "from body": signed_log(opinion.from_body),
        "credited": opinion.credited.astype(np.float64),
    }
    flags = {
        "comments": comments, "links": links, "phrases": opinion.phrase > 0, "dates": opinion.dated,
        "keeps": kept, "captions": opinion.credited,
    }  # fmt: skip
    for name, first, last, where in AROUND:
        found[f"{name} {where}"] = summed(running(flags[name]), first, last)
    for name in ("comments", "links", "phrases", "dates"):
        found[f"since {name}"] = lines_since(flags[name], FAR)
    closing = opinion.strength == said.CLOSING
    for name, flag in (("comments", comments), ("closings", closing), ("ends", comments & closing)):
        found[f"{name} above"] = running(flag & below)[:-1]
        found[f"since {name} of body"] = lines_since(flag & below, FAR)
    for by in (2, 1, -1, -2):
        found[f"kept {-by:+}"] = shifted(kept, by, -1.0)
    found["page's comment phrases"] = np.full(lines.size, float(comments.sum()))
    found["page's kept words"] = np.full(
        lines.size, float((kept * lines.count).sum() / max(lines.count.sum(), 1))
    )
    return found
