"""On how many pages of an outlet each line stands, and what an article was judged by."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from pressmark.indexing.line_keys import Bytes, PageKeys, line_keys
from pressmark.indexing.story_versions import versions
from pressmark.reading import repeats
from pressmark.reading.repeats import CLASSES, FEWEST_GRAMS, GRAMS_SHARE, LONG, MANY, MANY_LONG, TOGETHER

Counts = NDArray[np.int64]
EVIDENCE_BYTES = 8
# While files are read, an outlet is counted anew when it has grown so much; what was judged by fewer pages is
# judged again at the end of the run.
GROWTH = 1.3
# As long as no more than this share of an outlet's pages is new, these are judged by what they say alone, and again at the
# end of the run: counting a page takes a hundredth of the time of judging one.
FEW = 0.01


class OutletCounts:
    """What stands on several pages of one outlet; only that is kept, so that millions of lines fit in memory.

    Versions of one story count as one page, and not against each other.
    """

    def __init__(self, pages: Sequence[PageKeys]) -> None:
        """Count the lines and 4-grams of the pages."""
        self.pages = len(pages)
        lines, grams = _stories(pages)
        self._lines, self._line_counts = _repeated(lines)
        self._grams, self._gram_counts = _repeated(grams)

    def classes(self, page: PageKeys, *, counted: bool = True) -> Bytes:
        """Return, for each line of a page, on how many other pages it stands at least: 0 or one of CLASSES.

        A page that was counted is left out of the count. A line most of whose 4-grams stand on other pages
        counts as standing there.
        """
        own = int(counted)
        pages = _look_up(self._lines, self._line_counts, page.keys) - own
        if len(page.grams):
            grams = _look_up(self._grams, self._gram_counts, page.grams) - own
            held = np.flatnonzero(page.grams_of)
            pages[held] = np.maximum(pages[held], _most(grams, page.grams_of[held]))
        pages[pages < np.where(page.words >= LONG, MANY_LONG, MANY)] = 0
        floors = np.array((0, *CLASSES), np.uint8)
        return floors[np.searchsorted(np.array(CLASSES), pages, side="right")]

    def others(self, page: PageKeys, *, counted: bool = True) -> Callable[[str], int]:
        """Return the function that tells on how many other pages, at least, a line of the page stands."""
        return on_others(page, self.classes(page, counted=counted))


def on_others(page: PageKeys, classes: Bytes) -> Callable[[str], int]:
    """Return the function that tells on how many other pages, at least, a line stands, from what is known of it."""
    at = np.flatnonzero(classes)
    counts = dict(zip(page.keys[at].tolist(), classes[at].tolist(), strict=True))

    def repeats_of(line: str) -> int:
        known = line_keys(line)
        return 0 if known is None else counts.get(known.key, 0)

    return repeats_of


class RunningCounts:
    """The counts of each outlet while more and more of its pages are read."""

    def __init__(
        self, known: Callable[[str], Iterable[PageKeys]], how_many: Callable[[str], int] = lambda _: 0
    ) -> None:
        """Ask `known` for the pages of an outlet that were read before, whenever it is counted.

        `how_many` tells how many they are; beside very many, a few new ones are not worth counting all.
        """
        self._known, self._how_many = known, how_many
        self._counts: dict[str, OutletCounts] = {}
        self._pages: Counter[str] = Counter()

    def add(self, outlet: str, pages: Sequence[PageKeys]) -> tuple[OutletCounts, bool]:
        """Take in new pages of an outlet; return its counts, and whether the new pages are among what was counted."""
        counts = self._counts.get(outlet)
        self._pages[outlet] += len(pages)
        if counts is None and self._pages[outlet] < FEW * self._how_many(outlet):
            return OutletCounts([]), False
        if counts is not None and self._pages[outlet] < GROWTH * counts.pages:
            return counts, False
        counts = self._counts[outlet] = OutletCounts([*self._known(outlet), *pages])
        self._pages[outlet] = counts.pages
        return counts, True


def evidence(outlet: str, page: PageKeys, classes: Bytes) -> bytes:
    """Return a short digest of all that other pages tell about a page: while it is the same, so is the judgement."""
    at = np.flatnonzero(classes)
    hasher = hashlib.blake2b(outlet.encode("utf-8", "replace") + b"\0", digest_size=EVIDENCE_BYTES)
    hasher.update(page.keys[at].tobytes())
    hasher.update(classes[at].tobytes())
    return hasher.digest()


def _stories(pages: Sequence[PageKeys]) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """Return the keys of the lines and of the 4-grams, each once for each story: a page, or all its versions together."""
    story_of = versions(pages)
    members: dict[int, list[PageKeys]] = {}
    for page, first in zip(pages, story_of.tolist(), strict=True):
        members.setdefault(first, []).append(page)
    lines = [
        group[0].keys if len(group) == 1 else np.unique(np.concatenate([page.keys for page in group]))
        for group in members.values()
    ]
    pairs = np.repeat(story_of.astype(np.uint64) << np.uint64(32), [len(page.grams) for page in pages])
    pairs |= np.concatenate([np.empty(0, np.uint32), *(page.grams for page in pages)])
    pairs.sort()  # five times as quick as np.unique, which goes by hashes
    first = np.ones(len(pairs), np.bool_)
    first[1:] = pairs[1:] != pairs[:-1]
    return np.concatenate([np.empty(0, np.int64), *lines]), pairs[first].astype(np.uint32)


def _repeated(values: NDArray[np.generic]) -> tuple[NDArray[np.generic], Counts]:
    """Return what stands in many stories, sorted, and in how many."""
    values = np.sort(values)
    starts = np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1]))[: len(values)])
    counts = np.diff(starts, append=len(values))
    many = counts >= repeats.MANY
    return values[starts[many]], counts[many].astype(np.int64)


def _look_up(keys: NDArray[np.generic], counts: Counts, wanted: NDArray[np.generic]) -> Counts:
    """Return the count of each wanted key, 0 for one that is not there."""
    if not len(keys):
        return np.zeros(len(wanted), np.int64)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, counts[at], 0)


def _most(counts: Counts, grams_of: Bytes) -> Counts:
    """Return, for each line, the count that most of its 4-grams reach, 0 where one of them has a far higher one.

    The words of one piece of furniture stand together on the same pages; phrases that prose is made of do not.
    """
    sizes = grams_of.astype(np.int64)
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    needed = np.maximum(np.ceil(GRAMS_SHARE * sizes).astype(np.int64), FEWEST_GRAMS)
    order = np.lexsort((-counts, np.repeat(np.arange(len(sizes)), sizes)))
    ordered = counts[order]
    reached = ordered[starts + needed - 1]
    return np.where(reached >= TOGETHER * ordered[starts], reached, 0)
