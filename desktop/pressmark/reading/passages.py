"""Article -> passages: the stretches of its text that can be related to others."""

import re

from pressmark.reading.shapes import FUNCTION_WORDS, IDEOGRAPH, TOKEN
from pressmark.values import Article, Block, BlockKind, Passage

# A passage has at least so many content words ...
CONTENT_WORDS = 5
# ... and at most about so many characters.
LONGEST = 1_500
# Characters before and after the longest within which a sentence may end it.
SHORTEST = 500

LINKABLE = frozenset({
    BlockKind.STANDFIRST, BlockKind.PARAGRAPH, BlockKind.PULL_QUOTE, BlockKind.CAPTION, BlockKind.LIST_ITEM, BlockKind.POST,
})  # fmt: skip

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+|[。！？][」』”]?\s*")
_BLANK = re.compile(r"\s+")


def passages(article: Article) -> tuple[Passage, ...]:
    """Return the passages of an article in order; each is `block.text[start : start + len(text)]`."""
    found: list[Passage] = []
    for number, block in enumerate(article.blocks):
        if block.set_aside or block.kind not in LINKABLE:
            continue
        for start, end in _pieces(block):
            text = block.text[start:end]
            if _says_enough(text):
                found.append(Passage(number, start, text, block.first_line))
    return tuple(found)


def _pieces(block: Block) -> list[tuple[int, int]]:
    """Cut a long block at the ends of sentences."""
    text, pieces, start = block.text, [], 0
    while len(text) - start > LONGEST:
        cut = _cut(text, start)
        pieces.append((start, len(text[:cut].rstrip()) if cut - start < 2 * LONGEST else cut))
        start = cut
    pieces.append((start, len(text)))
    return [(first, last) for first, last in pieces if first < last]


def _cut(text: str, start: int) -> int:
    """The end of the last sentence that fits, else the last blank, else the limit itself."""
    limit = start + LONGEST
    for pattern in (_SENTENCE_END, _BLANK):
        ends = [match.end() for match in pattern.finditer(text, start + SHORTEST, limit)]
        if ends:
            return ends[-1]
    return limit


def _says_enough(text: str) -> bool:
    count = 0
    for token in TOKEN.findall(text):
        if IDEOGRAPH.match(token):
            count += 1
        elif len(token) > 1 and token.lower() not in FUNCTION_WORDS:
            count += 2
    return count >= 2 * CONTENT_WORDS
