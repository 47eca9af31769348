"""The words for a screen reader: of the whole document and of nothing at all."""

from pytestqt.qtbot import QtBot

from gui.samples import article
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import LIGHT
from pressmark.gui.reading.pane.article_view import ArticleView
from pressmark.gui.reading.pane.spoken_text import SpokenText


def test_the_whole_document(fonts: Fonts, qtbot: QtBot) -> None:
    view = ArticleView(fonts, LIGHT)
    qtbot.addWidget(view)
    text = SpokenText(view, None)
    assert (text.characterCount(), text.text(0, 10), text.cursorPosition()) == (0, "", 0)
    view.show_article(article(40))
    assert text.text(0, -1) == view.toPlainText()
    assert text.text(0, 99_999) == view.toPlainText()
    view.show()
    text.setCursorPosition(text.characterCount())
    assert text.cursorPosition() == text.characterCount()
    assert view.verticalScrollBar().value() > 0
