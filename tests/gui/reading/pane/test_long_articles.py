"""An article of 2 MB: set at once, marked to its end, and quick to go about in."""

import re
import time

from PySide6.QtGui import QTextOption

from gui.samples import article, paragraph
from pressmark.gui.reading.pane.article_view import ArticleView
from pressmark.values import Article, Block, BlockKind, Span

LONG_PARAGRAPHS = 4000
LONG_LIMIT = 8.0  # seconds for 2 MB, on a slow and busy machine; 1 to 2 are usual


def marks_at(shown: Article, word: str) -> tuple[tuple[Span, ...], ...]:
    return tuple(
        (Span(at, at + len(word), "0"),) if (at := b.text.find(word)) >= 0 else () for b in shown.blocks
    )


def test_a_long_article_is_set_and_read_to_its_end(view: ArticleView) -> None:
    shown = article(LONG_PARAGRAPHS)
    shown = article(
        blocks=(*(Block(b.kind, b.text + paragraph(0, 6), n, n) for n, b in enumerate(shown.blocks)),
                Block(BlockKind.PARAGRAPH, "The zeppelin came at last.", 9000, 9000)),
    )  # fmt: skip
    assert sum(len(block.text) for block in shown.blocks) > 2_000_000
    start = time.perf_counter()
    view.show_article(shown, marks=marks_at(shown, "zeppelin"))
    view.go_to_hit(1)
    view.grab()
    assert view.is_in_view(len(shown.blocks) - 1)
    assert time.perf_counter() - start < LONG_LIMIT


def test_a_long_article_full_of_hits_has_them_marked_to_its_end(view: ArticleView) -> None:
    shown = article(LONG_PARAGRAPHS)
    marks = tuple(
        tuple(Span(match.start(), match.end(), "0") for match in re.finditer("the", block.text))
        for block in shown.blocks
    )
    start = time.perf_counter()
    view.show_article(shown, marks=marks)
    view.go_to_first_hit()
    assert view.hit_count > 10_000
    assert view._bar.merged()[-1][1] > view._bar.height() * 0.95, "marks down to the foot of the scroll bar"
    view._scroll_to(view.document().size().height() / 2)
    top, foot = view._in_sight()
    coloured = [one.cursor.selectionStart() for one in view.extraSelections()]
    wanted = [place.start for place in view._hits.places if top <= place.start < foot]
    assert wanted
    assert set(wanted) <= set(coloured)
    for _ in range(200):
        view.go_to_hit(-1)
    view.grab()
    assert time.perf_counter() - start < LONG_LIMIT


def test_one_endless_word_is_harmless(view: ArticleView) -> None:
    start = time.perf_counter()
    view.show_article(article(blocks=(Block(BlockKind.PARAGRAPH, "w" * 300_000, 0, 0),)))
    view.go_to(0, 4000)
    view.grab()
    assert view.column().width() <= 600
    view.show_article(article(3))
    assert view.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    assert time.perf_counter() - start < LONG_LIMIT
