"""Every action of the window, a line each: its words, its keys, its place in the help and the menu, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from pressmark.values import Scope

if TYPE_CHECKING:
    from pressmark.gui.archive.archive_controller import ArchiveController
    from pressmark.gui.archive.exporting import Exporting
    from pressmark.gui.dialogs.dialogs import Dialogs
    from pressmark.gui.reading.correcting import Correcting
    from pressmark.gui.reading.corrections_list import CorrectionsList
    from pressmark.gui.reading.pane.reader_pane import ReaderPane
    from pressmark.gui.reading.reading_controller import ReadingController
    from pressmark.gui.related.related_controller import RelatedController
    from pressmark.gui.searching.pane.results_pane import ResultsPane
    from pressmark.gui.searching.search_controller import SearchController
    from pressmark.gui.window.one_article import OneArticle
    from pressmark.gui.window.opener import Opener
    from pressmark.gui.window.pane_folding import PaneFolding
    from pressmark.gui.window.top_bar import TopBar
    from pressmark.gui.window.zoom import Zoom


@dataclass(frozen=True, slots=True)
class Doers:
    """Those who do what the actions say."""

    window: QWidget
    top: TopBar
    searching: SearchController
    results: ResultsPane
    reader: ReaderPane
    reading: ReadingController
    relating: RelatedController
    correcting: Correcting
    archive: ArchiveController
    exporting: Exporting
    opener: Opener
    folding: PaneFolding
    dialogs: Dialogs
    zoom: Zoom
    one: OneArticle
    corrections: CorrectionsList


@dataclass(frozen=True, slots=True)
class Action:
    """Something the person can do in the window.

    `keys` work everywhere, or, with `reading`, only while the text or a list has the keyboard: single letters, which in
    a field are letters. `group` is where in the help it stands, `menu` the part of the menu that has it, "" for none.
    """

    name: str
    words: str
    keys: tuple[str, ...]
    group: str
    do: Callable[[Doers], object]
    menu: str = ""
    reading: bool = False


def _mark(keep: bool, scope: Scope) -> Callable[[Doers], object]:
    return lambda d: d.correcting.mark(keep=keep, scope=scope)


def _back(d: Doers) -> None:
    if not d.folding.back_to_list():
        d.reading.back()


def _new_tab(d: Doers) -> None:
    d.reading.tabs.new()
    d.searching.focus()


ACTIONS: tuple[Action, ...] = (
    Action("search", "Go to the search bar", ("Ctrl+K", "Ctrl+L"), "Search", lambda d: d.searching.focus()),
    Action(
        "search_selection", "Search the archive for the selected words", ("Ctrl+Shift+F",), "Search",
        lambda d: d.searching.search_phrase(d.reader.selected_text),
    ),
    Action("find", "Find in the article", ("Ctrl+F",), "Search", lambda d: d.reader.open_find(), "article"),
    Action("next_hit", "Next hit", ("F3",), "Search", lambda d: d.reading.go_to_hit(1)),
    Action("previous_hit", "Previous hit", ("Shift+F3",), "Search", lambda d: d.reading.go_to_hit(-1)),
    Action("next_result", "Open the next result", ("Shift+Down",), "Read", lambda d: d.results.choose(1)),
    Action("previous_result", "Open the previous result", ("Shift+Up",), "Read", lambda d: d.results.choose(-1)),
    Action("open_result", "Open", (), "Search", lambda d: d.results.choose_selected(False), "result"),
    Action("open_result_tab", "Open in a new tab", (), "Search", lambda d: d.results.choose_selected(True), "result"),
    Action("open_original", "Open the original", (), "Read", lambda d: d.one.open_original(), "one"),
    Action("show_file", "Show in its folder", (), "Read", lambda d: d.one.show_file(), "one"),
    Action("copy_name", "Copy headline, outlet and day", (), "Read", lambda d: d.one.copy_name(), "one"),
    Action("copy_path", "Copy the path of the file", (), "Read", lambda d: d.one.copy_path(), "one"),
    Action("copy_address", "Copy the address of the page", (), "Read", lambda d: d.one.copy_address(), "one"),
    Action("back", "Back to where you were", ("Alt+Left",), "Read", _back),
    Action("forward", "Forward again", ("Alt+Right",), "Read", lambda d: d.reading.forward()),
    Action(
        "aside", "Show or hide what was set aside", ("H",), "Read", lambda d: d.top.aside.toggle(), "article", True
    ),
    Action("picture", "Look at the pictures", ("P",), "Read", lambda d: d.reading.pictures.show_first(), "article", True),
    Action("next_line", "Focus on the next line", ("L",), "Correct", lambda d: d.correcting.step_line(1), "", True),
    Action(
        "previous_line", "Focus on the previous line", ("Shift+L",), "Correct",
        lambda d: d.correcting.step_line(-1), "", True,
    ),
    Action("text", "This is article text", ("T",), "Correct", _mark(True, Scope.ARTICLE), "correct", True),
    Action("not_text", "This is not article text", ("N",), "Correct", _mark(False, Scope.ARTICLE), "correct", True),
    Action(
        "text_outlet", "This is article text on every page of the outlet", ("Shift+T",), "Correct",
        _mark(True, Scope.OUTLET), "correct", True,
    ),
    Action(
        "not_text_outlet", "This is not article text on any page of the outlet", ("Shift+N",), "Correct",
        _mark(False, Scope.OUTLET), "correct", True,
    ),
    Action(
        "why", "Why this line is set aside", ("W",), "Correct", lambda d: d.correcting.tell_why(), "correct", True
    ),
    Action("undo", "Undo the last correction", ("Ctrl+Z",), "Correct", lambda d: d.correcting.undo(), "correct"),
    Action(
        "redo", "Correct again what was undone", ("Ctrl+Shift+Z", "Ctrl+Y"), "Correct",
        lambda d: d.correcting.redo(), "correct",
    ),
    Action("corrections", "All corrections…", (), "Correct", lambda d: d.corrections.show(), "correct"),
    Action(
        "next_passage", "Next passage with related passages", ("J",), "Relate", lambda d: d.relating.step(1), "", True
    ),
    Action(
        "previous_passage", "Previous passage with related passages", ("K",), "Relate",
        lambda d: d.relating.step(-1), "", True,
    ),
    Action("related", "To the related passages", ("Ctrl+J",), "Relate", lambda d: d.relating.enter(), "article"),
    Action("new_tab", "New tab", ("Ctrl+T",), "Tabs", _new_tab, "article"),
    Action("close_tab", "Close the tab", ("Ctrl+W",), "Tabs", lambda d: d.reading.tabs.close()),
    Action("reopen_tab", "Open the tab closed last again", ("Ctrl+Shift+T",), "Tabs", lambda d: d.reading.tabs.reopen()),
    Action("next_tab", "Next tab", ("Ctrl+Tab", "Ctrl+PgDown"), "Tabs", lambda d: d.reading.tabs.step(1)),
    Action("previous_tab", "Previous tab", ("Ctrl+Shift+Tab", "Ctrl+PgUp"), "Tabs", lambda d: d.reading.tabs.step(-1)),
    Action("zoom_in", "Larger text", ("Ctrl++", "Ctrl+="), "Window", lambda d: d.zoom.step(1), "look"),
    Action("zoom_out", "Smaller text", ("Ctrl+-",), "Window", lambda d: d.zoom.step(-1), "look"),
    Action("zoom_reset", "Usual text size", ("Ctrl+0",), "Window", lambda d: d.zoom.reset(), "look"),
    Action("next_pane", "Next pane", ("F6",), "Window", lambda d: d.folding.next_pane(1)),
    Action("previous_pane", "Previous pane", ("Shift+F6",), "Window", lambda d: d.folding.next_pane(-1)),
    Action(
        "open_folder", "Open a folder of articles", ("Ctrl+O",), "Archive", lambda d: d.opener.choose_folder(), "open"
    ),
    Action("open_file", "Open an archive file", ("Ctrl+Shift+O",), "Archive", lambda d: d.opener.choose_file(), "file"),
    Action(
        "save_file", "Save a file that opens this archive", (), "Archive",
        lambda d: d.opener.save_search(d.searching.query, d.searching.sort), "file",
    ),
    Action("export_made", "Export what you made…", (), "Archive", lambda d: d.exporting.choose(), "file"),
    Action("look_again", "Look at the folder again", ("F5",), "Archive", lambda d: d.archive.try_again(), "folder"),
    Action("new_place", "Choose the folder’s new place…", (), "Archive", lambda d: d.archive.new_place.choose(), "folder"),
    Action(
        "health", "Archive health: what became of every file", ("Ctrl+Shift+H",), "Archive",
        lambda d: d.archive.show_health(), "folder",
    ),
    Action(
        "outlet", "Outlet of this article…", ("Ctrl+Shift+L",), "Archive",
        lambda d: d.archive.outlets.ask(d.reading.stored), "article",
    ),
    Action("help", "The keys that work here", ("F1", "?"), "Window", lambda d: d.dialogs.show_keys(KEY_LINES), "help"),
    Action("menu", "The menu", ("F10", "Alt+M"), "Window", lambda d: d.top.menu_button.showMenu()),
    Action("log", "Show the log file", (), "Window", lambda d: d.opener.show_log(), "help"),
    Action("about", "About Pressmark", (), "Window", lambda d: d.dialogs.show_about(), "help"),
    Action("quit", "Quit", ("Ctrl+Q",), "Window", lambda d: d.window.close(), "quit"),
)  # fmt: skip
ELSEWHERE = (
    (
        "Search",
        "Enter",
        "Open the first or selected result; with Ctrl, or by the middle button, in a new tab",
    ),
    ("Search", "Down", "From the search bar into the results"),
    ("Search", "Ctrl with a double click", "Search the archive for a word of the article"),
    ("Search", "Alt+W", "In the find bar: only whole words"),
    ("Search", "Left or Right", "In the hits over time: another year; Enter chooses it"),
    ("Window", "Ctrl with the wheel", "Larger or smaller text of what is under the pointer"),
    ("Window", "Esc", "One step back: close the bar, clear, return to the text"),
    ("Read", "Space", "A page on; with Shift back"),
    ("Read", "Left or Right", "In a picture: the one before it, or after it; Esc closes"),
    ("Correct", "Enter", "Open or fold the set-aside lines in focus"),
    (
        "Relate",
        "Enter",
        "Go to the related passage; in the text after J to the first one; with Ctrl in a new tab",
    ),
)
# What the help shows: (group, keys, words) of every action that has a key, and of keys that are no actions.
KEY_LINES: tuple[tuple[str, str, str], ...] = (
    *((one.group, " or ".join(one.keys), one.words) for one in ACTIONS if one.keys),
    *ELSEWHERE,
)
HELP_LETTER = "?"
READING_LETTERS = {key: one.name for one in ACTIONS for key in one.keys if one.reading or key == HELP_LETTER}


def make_actions(doers: Doers) -> dict[str, QAction]:
    """Make the actions of the window, by name."""
    made: dict[str, QAction] = {}
    for one in ACTIONS:
        action = QAction(one.words, doers.window)
        action.triggered.connect(lambda _=False, do=one.do: do(doers))
        if not one.reading:
            action.setShortcuts([QKeySequence(key) for key in one.keys if key != HELP_LETTER])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        doers.window.addAction(action)
        made[one.name] = action
    return made


def add_with_key(menu: QMenu, actions: dict[str, QAction], name: str, outlet: str = "the outlet") -> None:
    """Add an action to a menu with its key beside it, also a letter, which is no shortcut that Qt knows of."""
    found = next(one for one in ACTIONS if one.name == name)
    words = found.words.replace("the outlet", outlet.replace("&", "&&"))
    menu.addAction("\t".join((words, *found.keys[:1])), actions[name].trigger)


def reading_action(event: QKeyEvent) -> str | None:
    """Return the action of a letter that works while reading; a letter that has none with Shift has it without."""
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if event.modifiers() & control:
        return None
    letter = event.text().upper() if event.text().isalpha() else event.text()
    shifted = f"Shift+{letter}" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else letter
    return READING_LETTERS.get(shifted) or READING_LETTERS.get(letter)
