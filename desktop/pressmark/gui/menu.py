"""The menu of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from pressmark import paths
from pressmark.gui.actions import add_with_key

if TYPE_CHECKING:
    from pressmark.gui.main_window import MainWindow

CORRECTING = ("text", "not_text", "text_outlet", "not_text_outlet", "why", "undo", "redo")
SCHEMES = {"system": "As the system", "light": "Light", "dark": "Dark"}


def fill_menu(menu: QMenu, window: MainWindow) -> None:
    """Fill the menu; the recent archives change from time to time."""
    menu.clear()
    for former in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        former.deleteLater()  # clearing takes a submenu's entry away, and keeps the submenu
    actions = window.actions_by_name
    menu.addAction(actions["open_folder"])
    recent = menu.addMenu("Recent archives")
    sample = paths.sample_archive()
    known = [Path(folder) for folder in window.session.settings.recent_archives if folder != str(sample)]
    for folder in (*known, sample):
        action = recent.addAction(paths.archive_name(folder).replace("&", "&&"))
        action.setToolTip(str(folder))
        action.triggered.connect(lambda _=False, folder=folder: window.open_archive(folder))
    for name in ("open_file", "save_file", "export_made"):
        menu.addAction(actions[name])
    menu.addSeparator()
    menu.addAction(actions["look_again"])
    menu.addAction(actions["health"])
    menu.addSeparator()
    for name in ("find", "aside", "related", "outlet", "new_tab"):
        menu.addAction(actions[name])
    correct = menu.addMenu("Correct")
    for name in CORRECTING:
        add_with_key(correct, actions, name)
    menu.addSeparator()
    _look(menu.addMenu("Look"), window)
    for name in ("zoom_in", "zoom_out", "zoom_reset"):
        menu.addAction(actions[name])
    menu.addSeparator()
    help_menu = menu.addMenu("Help")
    for name in ("help", "log", "about"):
        help_menu.addAction(actions[name])
    menu.addAction(actions["quit"])


def _look(menu: QMenu, window: MainWindow) -> None:
    """Offer light, dark, or whatever the system says."""
    group = QActionGroup(menu)
    for scheme, name in SCHEMES.items():
        action = QAction(name, menu)
        action.setCheckable(True)
        action.setChecked(window.session.settings.scheme == scheme)
        action.triggered.connect(lambda _=False, scheme=scheme: window.session.choose_scheme(scheme))
        group.addAction(action)
        menu.addAction(action)
