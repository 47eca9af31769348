"""The menu of the window, and that of the article."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from pressmark import paths
from pressmark.gui.actions import ACTIONS, add_with_key
from pressmark.gui.reading.pane.article_view import ArticleView
from pressmark.gui.window.session import Session
from pressmark.values import StoredArticle

MOST_LINKS, LONGEST_LINK = 6, 48  # links that the menu of the article offers; characters of each
SCHEMES = {"system": "As the system", "light": "Light", "dark": "Dark"}


def fill_menu(
    menu: QMenu, actions: dict[str, QAction], session: Session, open_archive: Callable[[Path], None]
) -> None:
    """Fill the menu of the window; the recent archives change from time to time."""
    menu.clear()
    for former in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        former.deleteLater()  # clearing takes a submenu's entry away, and keeps the submenu
    _add(menu, actions, "open")
    _recent(menu.addMenu("Recent archives"), session, open_archive)
    _add(menu, actions, "file")
    menu.addSeparator()
    _add(menu, actions, "folder")
    menu.addSeparator()
    _add(menu, actions, "article")
    correct = menu.addMenu("Correct")
    for name in _names("correct"):
        add_with_key(correct, actions, name)
    menu.addSeparator()
    _look(menu.addMenu("Look"), session)
    _pictures(menu, session)
    _add(menu, actions, "look")
    menu.addSeparator()
    _add(menu.addMenu("Help"), actions, "help")
    _add(menu, actions, "quit")


def article_menu(
    view: ArticleView, stored: StoredArticle | None, actions: dict[str, QAction], *, can_undo: bool
) -> QMenu:
    """Return the menu for the selection or the line in focus: why it is as it is, and how to mark it."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    blocks = view.chosen() if stored is not None else ()
    if stored is not None and blocks:
        aside = {stored.article.blocks[number].set_aside for number in blocks}
        for name in (name for state, name in ((True, "text"), (False, "not_text")) if state in aside):
            add_with_key(menu, actions, name)
            if stored.article.outlet:
                add_with_key(menu, actions, f"{name}_outlet", stored.article.outlet)
        if True in aside:
            add_with_key(menu, actions, "why")
    if can_undo:
        add_with_key(menu, actions, "undo")
    _links(menu, view)
    menu.addSeparator()
    selected = view.textCursor().hasSelection()
    menu.addAction("Copy\tCtrl+C", view.copy).setEnabled(selected)
    if selected:
        menu.addAction(actions["search_selection"])
    menu.addAction(actions["aside"])
    menu.addSeparator()
    _add(menu, actions, "one")
    return menu


def _links(menu: QMenu, view: ArticleView) -> None:
    """Offer the link that was pointed at, or those of the line in focus."""
    menu.addSeparator()
    for link in view.meant_links[:MOST_LINKS]:
        words = _short(link.words).replace("&", "&&")
        says = f"Open “{words}”" if link.path else f"Copy the address of “{words}”"
        menu.addAction(says, partial(view.link_followed.emit, link, False))
        if link.path:
            menu.addAction(f"Open “{words}” in a new tab", partial(view.link_followed.emit, link, True))


def result_menu(list_of_results: QWidget, actions: dict[str, QAction]) -> QMenu:
    """Return the menu of a result."""
    menu = QMenu(list_of_results)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name, key in (("open_result", "Enter"), ("open_result_tab", "Ctrl+Enter")):
        menu.addAction(f"{actions[name].text()}\t{key}", actions[name].trigger)
    menu.addSeparator()
    _add(menu, actions, "one")
    return menu


def _names(part: str) -> Iterable[str]:
    return (one.name for one in ACTIONS if one.menu == part)


def _add(menu: QMenu, actions: dict[str, QAction], part: str) -> None:
    for name in _names(part):
        menu.addAction(actions[name])


def _recent(menu: QMenu, session: Session, open_archive: Callable[[Path], None]) -> None:
    sample = paths.sample_archive()
    known = [Path(folder) for folder in session.settings.recent_archives if folder != str(sample)]
    for folder in (*known, sample):
        action = menu.addAction(paths.archive_name(folder).replace("&", "&&"))
        action.setToolTip(str(folder))
        action.triggered.connect(lambda _=False, folder=folder: open_archive(folder))


def _look(menu: QMenu, session: Session) -> None:
    """Offer light, dark, or whatever the system says."""
    group = QActionGroup(menu)
    for scheme, name in SCHEMES.items():
        action = QAction(name, menu)
        action.setCheckable(True)
        action.setChecked(session.settings.scheme == scheme)
        action.triggered.connect(lambda _=False, scheme=scheme: session.choose_scheme(scheme))
        group.addAction(action)
        menu.addAction(action)


def _pictures(menu: QMenu, session: Session) -> None:
    """Offer to show the pictures of pages, or to leave them out."""
    action = menu.addAction("Pictures in the text")
    action.setCheckable(True)
    action.setChecked(session.settings.pictures_shown)
    action.triggered.connect(session.show_pictures)


def _short(words: str) -> str:
    """Return words cut where they are too long for a menu."""
    return words if len(words) <= LONGEST_LINK else words[:LONGEST_LINK].rsplit(" ", 1)[0] + "…"
