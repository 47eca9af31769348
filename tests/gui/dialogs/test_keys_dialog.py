"""The dialog of keys."""

from html import escape

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from pressmark.gui.actions import KEY_LINES
from pressmark.gui.dialogs.keys_dialog import KeysDialog
from pressmark.gui.look.theme import DARK


def text_of(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_every_key_is_listed(parent: QWidget, qtbot: QtBot) -> None:
    dialog = KeysDialog(DARK, KEY_LINES, parent)
    text = text_of(dialog)
    for group, keys, words in KEY_LINES:
        assert f"<b>{group}</b>" in text
        assert escape(keys) in text
        assert escape(words) in text
    assert "F10 or Alt+M" in text
    dialog.open()
    assert dialog.isVisible()
    dialog.reject()
