"""The status bar."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.gui.archive.pane.status_bar import STAGES, StatusBar
from pressmark.gui.look.theme import LIGHT
from pressmark.values import Progress


@pytest.fixture
def bar(qtbot: QtBot) -> StatusBar:
    made = StatusBar(1.0)
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.show_paused(False)
    made.show()
    return made


@pytest.mark.parametrize(
    ("articles", "unreadable", "said"),
    [(0, 0, "0 articles"), (1, 0, "1 article"), (1204, 1, "1,204 articles · 1 file not read"),
     (2, 3, "2 articles · 3 files not read")],
)  # fmt: skip
def test_the_counts(bar: StatusBar, articles: int, unreadable: int, said: str) -> None:
    bar.show_articles(articles, unreadable)
    assert bar._articles.text() == said


@pytest.mark.parametrize(
    ("progress", "said", "busy"),
    [
        (Progress("looking"), "Looking at the folder…", False),
        (Progress("reading", 1200, 20_000), "Indexing: 1,200 of 20,000", True),
        (Progress("publishing"), "Writing the index", True),
        (Progress("done", finished=True), "", False),
    ],
)
def test_progress(bar: StatusBar, progress: Progress, said: str, busy: bool) -> None:
    bar.show_progress(progress)
    assert bar._index.text() == said
    assert bar._progress.isVisible() is bar._pause.isVisible() is busy


def test_pausing_tells_once_and_says_so(bar: StatusBar, qtbot: QtBot) -> None:
    bar.show_progress(Progress("reading", 1, 9))
    for paused, name in ((True, "Go on with indexing"), (False, "Pause indexing")):
        with qtbot.waitSignal(bar.paused) as caught:
            qtbot.mouseClick(bar._pause, Qt.MouseButton.LeftButton)
        assert caught.args == [paused]
        assert bar._pause.accessibleName() == name
    with qtbot.assertNotEmitted(bar.paused):
        bar.show_paused(True)
    assert bar._index.text() == "Paused. Indexing: 1 of 9"


def test_the_counts_open_the_health(bar: StatusBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.health_wanted):
        qtbot.mouseClick(bar._articles, Qt.MouseButton.LeftButton)


def test_hits(bar: StatusBar) -> None:
    bar.show_hits("hit 2 of 5")
    assert bar.hits_text == "hit 2 of 5"


def test_every_stage_has_words() -> None:
    assert {"looking", "reading", "publishing"} <= set(STAGES)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("pier", "Search for “pier”"), ("Salt & Ash", "Search for “Salt && Ash”"),
        ("the  pier\u2029of", "Search for “the pier of”"),
        ("a word and another and many more of them", "Search for “a word and another and m…”"), ("", ""), (" … ", ""),
    ],
)  # fmt: skip
def test_the_search_for_what_is_selected(bar: StatusBar, words: str, said: str) -> None:
    bar.offer_search(words)
    assert bar._search.isHidden() is not bool(said)
    assert not said or bar._search.text() == said
