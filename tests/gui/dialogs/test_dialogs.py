"""Dialogs over the window, let go when they are closed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QWidget

from pressmark.gui.actions import KEY_LINES
from pressmark.gui.dialogs.dialogs import Dialogs
from pressmark.gui.look.theme import LIGHT


@pytest.mark.parametrize(
    "show", [lambda one: one.show_keys(KEY_LINES), lambda one: one.show_about()], ids=["keys", "about"]
)
def test_each_is_let_go(parent: QWidget, show: Callable[[Dialogs], None]) -> None:
    parent.show()
    dialogs = Dialogs(parent, lambda: LIGHT)
    for _ in range(5):
        show(dialogs)
        (dialog,) = parent.findChildren(QDialog)
        assert dialog.isVisible()
        dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert parent.findChildren(QDialog) == []
