"""What the tests of the reader's pane share."""

import pytest
from pytestqt.qtbot import QtBot

from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import LIGHT
from pressmark.gui.reading.pane.article_view import ArticleView


@pytest.fixture
def view(fonts: Fonts, qtbot: QtBot) -> ArticleView:
    made = ArticleView(fonts, LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made
