"""Opens the dialogs that stand for themselves; each is let go when it is closed."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from pressmark.gui.look.theme import Theme


class Dialogs:
    """Opens a dialog over the window, loaded only then: the first paint need not wait for it."""

    def __init__(self, window: QWidget, theme: Callable[[], Theme]) -> None:
        """Open over this window, in the theme it has then."""
        self._window, self._theme = window, theme

    def show_keys(self, lines: Iterable[tuple[str, str, str]]) -> None:
        """Show all keys, given as (group, keys, words)."""
        from pressmark.gui.dialogs.keys_dialog import KeysDialog

        _open(KeysDialog(self._theme(), lines, self._window))

    def show_about(self) -> None:
        """Show which version this is, where its data lie, and what it is made of."""
        from pressmark.gui.dialogs.about_dialog import AboutDialog

        _open(AboutDialog(self._window))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
