"""Which pages of an outlet are versions of one story: they share most of their prose, and count as one page."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pressmark.indexing.line_keys import PageKeys
from pressmark.reading.repeats import LONG

# A line on more pages than this is the outlet's furniture, and no sign of one story.
VERSIONS_AT_MOST = 20
# Words of prose that versions share at least; a shared caption makes none.
LEAST_SHARED = 30
# Near-identical pages: of the longer one's prose so much is the other's too.
NEARLY_ALL = 0.8
# Copies are known however many there are, by their own sentences being few: of a page's words in sentences at most so
# many stand on no other page. A story under much furniture has more of its own.
FEW_OWN = 0.1
# A page is compared with so many that come next to it in length and have a line in common with it.
COMPARED = 2
# ... where that is so for this share of the lines of one of them: pages have furniture in common with many.
OFTEN = 0.1
AT_ONCE = 20_000  # pairs that are compared in one step, which bounds the memory it takes
# One grew out of the other: of the shorter one's prose so much, in lines that stand on few of the outlet's pages.
MOST_OF_SHORTER, FEW_OF_OUTLET = 0.5, 0.25

Numbers = NDArray[np.int64]


def versions(pages: Sequence[PageKeys]) -> Numbers:
    """Return, for each page, the number of the first page of its story; most pages stand alone."""
    count = len(pages)
    if count < 2:
        return np.arange(count)
    owners, words, sizes = _long_lines(pages)
    near = _links(count, owners, words, sizes, VERSIONS_AT_MOST, NEARLY_ALL, np.maximum)
    few = min(VERSIONS_AT_MOST, int(FEW_OF_OUTLET * count))
    grown = _links(count, owners, words, sizes, few, MOST_OF_SHORTER, np.minimum)
    return _joined(count, np.concatenate((near, grown, _copies(pages))))


def _long_lines(pages: Sequence[PageKeys]) -> tuple[Numbers, Numbers, Numbers]:
    """Return the long lines of all pages, ordered by key: page, words, and on how many pages the line stands."""
    masks = [page.words >= LONG for page in pages]
    keys = np.concatenate([page.keys[mask] for page, mask in zip(pages, masks, strict=True)])
    words = np.concatenate([page.words[mask] for page, mask in zip(pages, masks, strict=True)])
    owners = np.repeat(np.arange(len(pages)), [int(mask.sum()) for mask in masks])
    order = np.argsort(keys, kind="stable")
    _, sizes = np.unique(keys, return_counts=True)
    return owners[order], words[order].astype(np.int64), sizes.astype(np.int64)


def _links(
    count: int, owners: Numbers, words: Numbers, sizes: Numbers, most: int, share: float, of: np.ufunc
) -> Numbers:
    """Return pairs of pages that share so much of their prose, as rows (page, page)."""
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    rare = np.repeat(sizes <= most, sizes)
    prose = np.bincount(owners[rare], words[rare], count)
    codes: list[Numbers] = []
    weights: list[Numbers] = []
    for size in range(2, most + 1):
        first = starts[sizes == size]
        at = owners[first[:, None] + np.arange(size)]
        one, other = np.triu_indices(size, 1)
        codes.append((at[:, one] * count + at[:, other]).ravel())
        weights.append(np.repeat(words[first], len(one)))
    if not codes:
        return np.empty((0, 2), np.int64)
    pairs, which = np.unique(np.concatenate(codes), return_inverse=True)
    shared = np.bincount(which, np.concatenate(weights), len(pairs))
    low, high = pairs // count, pairs % count
    linked = (shared >= LEAST_SHARED) & (shared >= share * of(prose[low], prose[high]))
    return np.stack((low[linked], high[linked]), axis=1)


def _copies(pages: Sequence[PageKeys]) -> Numbers:
    """Return pairs of pages that are nearly the same, also where a hundred are: rows (page, page).

    Pages with sentences are compared by these, others (tables, verse) by all their lines.
    """
    count = len(pages)
    keys = np.concatenate([page.keys for page in pages])
    words = np.concatenate([page.words for page in pages]).astype(np.int64)
    owners = np.repeat(np.arange(count), [len(page.keys) for page in pages])
    sentences = (words >= LONG) & np.concatenate([page.ends for page in pages])
    has_prose = np.bincount(owners[sentences], words[sentences], count) >= LEAST_SHARED
    compared = sentences | ~has_prose[owners]
    keys, words, owners = keys[compared], words[compared], owners[compared]
    _, which, sizes = np.unique(keys, return_inverse=True, return_counts=True)
    length = np.bincount(owners, words, count)
    own = np.bincount(owners, words * (sizes[which] == 1), count)
    alike = (length >= LEAST_SHARED) & (own <= FEW_OWN * length)
    held = alike[owners]
    which, words, owners = which[held], words[held], owners[held]
    place = np.empty(count, np.int64)
    place[np.lexsort((length, has_prose))] = np.arange(count)
    pairs = _neighbours(which, owners, place, count)
    shared = _shared(which, words, owners, pairs, count)
    low, high = pairs[:, 0], pairs[:, 1]
    linked = (shared >= LEAST_SHARED) & (shared >= NEARLY_ALL * np.maximum(length[low], length[high]))
    found: Numbers = pairs[linked & (has_prose[low] == has_prose[high])]
    return found


def _neighbours(which: Numbers, owners: Numbers, place: Numbers, count: int) -> Numbers:
    """Return the pairs of pages that follow one another by `place` among the pages of enough of their lines."""
    order = np.lexsort((place[owners], which))
    sizes = np.bincount(owners, minlength=count)
    which, owners = which[order], owners[order]
    codes = [np.empty(0, np.int64)]
    for step in range(1, COMPARED + 1):
        same = which[step:] == which[:-step]
        one, other = owners[:-step][same], owners[step:][same]
        codes.append(np.minimum(one, other) * count + np.maximum(one, other))
    found, often = np.unique(np.concatenate(codes), return_counts=True)
    pairs = np.stack((found // count, found % count), axis=1)
    near: Numbers = pairs[often >= OFTEN * sizes[pairs].min(axis=1)]
    return near


def _shared(which: Numbers, words: Numbers, owners: Numbers, pairs: Numbers, count: int) -> Numbers:
    """Return how many words each pair of pages has in lines that both hold; lines come by page, without repetition."""
    starts = np.searchsorted(owners, np.arange(count + 1))
    found = [np.empty(0, np.int64)]
    for first in range(0, len(pairs), AT_ONCE):
        part = pairs[first : first + AT_ONCE]
        (row, at), (other_row, other_at) = (_lines_of(part[:, side], starts) for side in (0, 1))
        codes = row * len(which) + which[at]
        same = np.isin(codes, other_row * len(which) + which[other_at], assume_unique=True)
        found.append(np.bincount(row[same], words[at[same]], len(part)).astype(np.int64))
    return np.concatenate(found)


def _lines_of(pages: Numbers, starts: Numbers) -> tuple[Numbers, Numbers]:
    """Return the lines of all these pages, one page after the other: which of the pages, and where the line stands."""
    sizes = starts[pages + 1] - starts[pages]
    row = np.repeat(np.arange(len(pages)), sizes)
    return row, np.arange(len(row)) + np.repeat(starts[pages] - (np.cumsum(sizes) - sizes), sizes)


def _joined(count: int, links: Numbers) -> Numbers:
    """Join linked pages into stories, each called by its first page."""
    first = list(range(count))

    def root(page: int) -> int:
        while first[page] != page:
            first[page] = first[first[page]]
            page = first[page]
        return page

    for one, other in links.tolist():
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return np.array([root(page) for page in range(count)], np.int64)
