"""The dialog of keys."""

from html import escape

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from pressmark.gui.actions import ELSEWHERE, KEYS
from pressmark.gui.help import KeysDialog
from pressmark.gui.theme import DARK


def text_of(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_every_key_is_listed(parent: QWidget, qtbot: QtBot) -> None:
    dialog = KeysDialog(DARK, parent)
    text = text_of(dialog)
    for key in KEYS:
        assert not key.keys or escape(key.words) in text, key.name
        assert all(escape(one) in text for one in key.keys)
        assert f"<b>{key.group}</b>" in text
    for _, keys, words in ELSEWHERE:
        assert escape(keys) in text
        assert escape(words) in text
    assert "Alt+M" in text
    dialog.open()
    assert dialog.isVisible()
    dialog.reject()
