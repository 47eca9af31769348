"""Tab stops at a list only while it has rows."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pressmark.gui.look.tab_stops import skip_while_empty


def test_tab_skips_a_list_while_it_is_empty(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, view, last, model = QLineEdit(), QListView(), QLineEdit(), QStringListModel()
    view.setModel(model)
    skip_while_empty(view)
    layout = QVBoxLayout(window)
    for widget in (first, view, last):
        layout.addWidget(widget)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    for rows, stop in (([], last), (["harbour"], view), ([], last)):
        model.setStringList(rows)
        first.setFocus()
        qtbot.waitUntil(first.hasFocus)
        qtbot.keyClick(first, Qt.Key.Key_Tab)
        assert window.focusWidget() is stop
