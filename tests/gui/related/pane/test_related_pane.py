"""The related pane."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.samples import relation
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import LIGHT
from pressmark.gui.related.pane.related_pane import HINT, MOST_SHOWN, RelatedPane
from pressmark.values import RelationKind

MANY = [relation(kind, score / 10, other_id=score) for score, kind in enumerate(list(RelationKind) * 2)]


@pytest.fixture
def pane(fonts: Fonts, qtbot: QtBot) -> RelatedPane:
    made = RelatedPane(fonts, LIGHT)
    qtbot.addWidget(made)
    made.resize(352, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_first_few_and_more_when_asked_for(pane: RelatedPane, qtbot: QtBot) -> None:
    pane.show_relations("The mayor said so.", MANY, 1)
    assert pane.model.rowCount() == MOST_SHOWN
    assert (pane.more.isVisible(), pane.more.text()) == (True, "5 more")
    pane.list.setCurrentIndex(pane.model.index(2))
    qtbot.mouseClick(pane.more, Qt.MouseButton.LeftButton)
    assert pane.model.rowCount() == len(MANY)
    assert pane.list.currentIndex().row() == 2
    assert not pane.more.isVisible()
    pane.show_relations("Another passage.", MANY, 1)
    assert pane.model.rowCount() == MOST_SHOWN


def test_tab_passes_by_while_there_is_nothing_to_choose(pane: RelatedPane) -> None:
    assert not pane.list.focusPolicy() & Qt.FocusPolicy.TabFocus
    pane.show_relations("The mayor said so.", MANY, 1)
    assert pane.list.focusPolicy() & Qt.FocusPolicy.TabFocus
    pane.show_hint()
    assert not pane.list.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_few_need_no_more(pane: RelatedPane) -> None:
    pane.show_relations("The mayor said so.", MANY[:MOST_SHOWN], 1)
    assert pane.model.rowCount() == MOST_SHOWN
    assert not pane.more.isVisible()


def test_go_there_stands_in_the_selected_card(pane: RelatedPane, qtbot: QtBot) -> None:
    pane.show_relations("The mayor said so.", MANY, 1)
    assert pane.go.accessibleName() == "Go there"
    for size in ((352, 700), (300, 500)):
        pane.resize(*size)
        for row in range(MOST_SHOWN):
            pane.list.setCurrentIndex(pane.model.index(row))
            card = pane.list.visualRect(pane.model.index(row))
            qtbot.waitUntil(lambda card=card: card.contains(pane.go.geometry()))
            assert pane.go.isVisible()
    place = pane.go.geometry()
    pane.list.verticalScrollBar().setValue(0)
    assert pane.list.visualRect(pane.list.currentIndex()).contains(pane.go.geometry())
    assert pane.go.size() == place.size()


@pytest.mark.parametrize("how", ["click", "enter", "double click", "middle click", "ctrl+enter"])
def test_going_there(pane: RelatedPane, qtbot: QtBot, how: str) -> None:
    pane.show_relations("The mayor said so.", MANY, 1)
    pane.enter()
    wanted = pane.model.card(0)
    assert wanted is not None
    place = pane.list.visualRect(pane.model.index(0)).center()
    with qtbot.waitSignal(pane.relation_chosen) as caught:
        if how == "click":
            qtbot.mouseClick(pane.go, Qt.MouseButton.LeftButton)
        elif how == "enter":
            qtbot.keyClick(pane.list, Qt.Key.Key_Return)
        elif how == "ctrl+enter":
            qtbot.keyClick(pane.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        elif how == "middle click":
            qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.MiddleButton, pos=place)
        else:
            qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
            qtbot.mouseDClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [wanted.relation, how in ("middle click", "ctrl+enter")]


def test_nothing_related_says_so_and_has_no_button(pane: RelatedPane, qtbot: QtBot) -> None:
    pane.show_relations("The mayor said so.", MANY, 1)
    pane.show_nothing("No other article reports this passage.")
    assert pane._of.text() == "No other article reports this passage."
    assert pane.model.rowCount() == 0
    assert not pane.go.isVisible()
    assert not pane.more.isVisible()
    with qtbot.assertNotEmitted(pane.relation_chosen):
        qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    pane.show_hint()
    assert pane._of.text() == HINT


@pytest.mark.parametrize(
    ("passage", "said"),
    [
        ("“The ferry sails.”", "to “The ferry sails.”"),
        ("", "to “”"),
        (
            "The council of Riverton met on the pier and voted on it.",
            "to “The council of Riverton met on the pier and…”",
        ),
        ("w" * 500, "to “" + "w" * 48 + "…”"),
    ],
)
def test_it_says_which_passage(pane: RelatedPane, passage: str, said: str) -> None:
    pane.show_relations(passage, MANY[:1], 1)
    assert pane._of.text() == said


def test_letters_are_the_windows(pane: RelatedPane, qtbot: QtBot) -> None:
    pane.show_relations("The mayor said so.", MANY, 1)
    pane.enter()
    qtbot.keyClicks(pane.list, "JKHs")
    assert pane.list.currentIndex().row() == 0
