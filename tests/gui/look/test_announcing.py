"""What is spoken; tests/journeys/test_screen_reader.py hears it."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from pressmark.gui.look.announcing import announce


def test_words_are_said_to_who_listens_and_cost_nothing_else(parent: QWidget) -> None:
    was = QAccessible.isActive()
    for active in (False, True):
        QAccessible.setActive(active)
        announce(parent, "2 articles")
        announce(parent, "")
    QAccessible.setActive(was)
    assert QAccessible.isActive() is was
