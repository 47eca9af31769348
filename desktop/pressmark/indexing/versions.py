"""Which pages of an outlet are versions of one story: they share most of their prose, and count as one page."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pressmark.indexing.linekeys import PageKeys
from pressmark.reading.repeats import LONG

# A line on more pages than this is the outlet's furniture, and no sign of one story.
VERSIONS_AT_MOST = 20
# Words of prose that versions share at least; a shared caption makes none.
LEAST_SHARED = 30
# Near-identical pages: of the longer one's prose so much is the other's too.
NEARLY_ALL = 0.8
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
    return _joined(count, np.concatenate((near, grown)))


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
