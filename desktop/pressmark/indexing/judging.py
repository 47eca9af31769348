"""A text whose outlet is known -> the article, judged with what the outlet repeats, as the catalog takes it."""

from dataclasses import dataclass

from pressmark.catalog.article_rows import pack_text
from pressmark.catalog.changes import Read
from pressmark.catalog.markup_column import pack_markup
from pressmark.indexing.counts import evidence, on_others
from pressmark.indexing.line_keys import Bytes, PageKeys
from pressmark.reading.article import read_article
from pressmark.relate.vectors import packed_terms
from pressmark.values import Decoded


@dataclass(frozen=True, slots=True)
class Content:
    """One distinct content of the archive, before its lines are judged; `outlet` is a name and its evidence.

    `lines` are those of the text, made harmless; None where they are to be made of it.
    """

    digest: str
    path: str
    text: Decoded
    lines: list[str] | None
    outlet: tuple[str, str]
    signs: str
    keys: PageKeys


def judge(content: Content, classes: Bytes) -> Read:
    """Make the article of a content; `classes` is what OutletCounts.classes says of its lines."""
    repeats = on_others(content.keys, classes)
    article = read_article(content.text, content.path, repeats, content.outlet, content.lines)
    kept = [block.text for block in article.blocks if not block.set_aside]
    line_keys, line_grams = content.keys.packed()
    return Read(
        article=article,
        digest=content.digest,
        words=sum(len(text.split()) for text in kept),
        terms=packed_terms(article),
        line_keys=line_keys,
        line_grams=line_grams,
        evidence=evidence(article.outlet, content.keys, classes),
        signs=content.signs,
        text=pack_text(content.text.text),
        markup=pack_markup(content.text),
        reader=content.text.reader,
    )
