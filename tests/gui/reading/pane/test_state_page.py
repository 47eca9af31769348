"""The page that stands where an article would."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pressmark.gui.look.fonts import Fonts
from pressmark.gui.reading.pane.state_page import StatePage, Way


@pytest.fixture
def page(fonts: Fonts, qtbot: QtBot) -> StatePage:
    made = StatePage(fonts)
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.show()
    qtbot.waitExposed(made)
    return made


def buttons(page: StatePage) -> list[QPushButton]:
    return [button for button in page.findChildren(QPushButton) if not button.isHidden()]


def test_ways_on(page: StatePage, qtbot: QtBot) -> None:
    gone = []
    page.say(
        "Title",
        "Sentence.",
        (Way("One", "F5", lambda: gone.append(1)), Way("Two", "", lambda: gone.append(2))),
    )
    assert page.title == "Title"
    qtbot.waitUntil(lambda: len(buttons(page)) == 2)
    assert [(b.text(), b.accessibleName()) for b in buttons(page)] == [("One   F5", "One"), ("Two", "Two")]
    for button in buttons(page):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert gone == [1, 2]


def test_another_state_takes_the_place_of_the_one_before(page: StatePage) -> None:
    page.say("Title", "Sentence.", (Way("One", "", lambda: None),))
    page.say("Other", "")
    assert page.title == "Other"
    assert buttons(page) == []
    assert not page._sentence.isVisible()


def test_the_keyboard_goes_to_the_first_way(page: StatePage, qtbot: QtBot) -> None:
    page.enter()
    page.say("Title", "Sentence.", (Way("One", "", lambda: None), Way("Two", "", lambda: None)))
    qtbot.waitUntil(lambda: len(buttons(page)) == 2)
    page.activateWindow()
    page.enter()
    qtbot.waitUntil(lambda: buttons(page)[0].hasFocus())


def test_texts_are_texts_and_break_into_lines(page: StatePage) -> None:
    page.say("<b>Nothing</b> found for “" + "w " * 200, "<i>Sentence</i> " * 20)
    assert page._title.textFormat() is Qt.TextFormat.PlainText
    assert page.minimumSizeHint().width() <= 640


def test_a_long_offer_keeps_inside_a_narrow_page(page: StatePage, qtbot: QtBot) -> None:
    page.setFixedWidth(260)
    page.say(
        "Nothing", "", (Way("the committee for the dredging of the harbour", "3 articles", lambda: None),)
    )
    qtbot.waitUntil(lambda: len(buttons(page)) == 1 and buttons(page)[0].width() > 100)
    (offer,) = buttons(page)
    assert page.width() == 260
    place = offer.mapTo(page, offer.rect().topLeft()).x()
    assert place >= 0
    assert place + offer.width() <= 260
