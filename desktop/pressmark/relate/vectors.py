"""The word statistics of an article, packed for the catalog and compared as vectors."""

import zlib
from collections import Counter

import numpy as np

from pressmark.values import Article
from pressmark.words import tokens

MOST_TERMS = 400  # distinct stems kept of an article; a long report has about 350


def packed_terms(article: Article) -> bytes:
    """Return the stems of an article's own text with their counts, as uint32 pairs (crc32 of the stem, count)."""
    counts: Counter[int] = Counter()
    for block in article.blocks:
        if not block.set_aside:
            counts.update(zlib.crc32(token.stem.encode()) for token in tokens(block.text, parts=False))
    return np.array(counts.most_common(MOST_TERMS), dtype=np.uint32).tobytes()
