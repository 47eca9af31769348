"""Every key of the window, in one table: what it does, and what the help says of it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class Key:
    """An action of the window: its name, its words, its keys, and where in the help it stands.

    `where` is "window" for keys that always work and "reading" for single letters, which work only while the
    text or a list has the keyboard: in a field they are letters.
    """

    name: str
    words: str
    keys: tuple[str, ...]
    group: str
    where: str = "window"


KEYS = (
    Key("search", "Go to the search bar", ("Ctrl+K", "Ctrl+L"), "Search"),
    Key("search_selection", "Search the archive for the selected words", ("Ctrl+Shift+F",), "Search"),
    Key("find", "Find in the article", ("Ctrl+F",), "Search"),
    Key("next_hit", "Next hit", ("F3",), "Search"),
    Key("previous_hit", "Previous hit", ("Shift+F3",), "Search"),
    Key("next_result", "Open the next result", ("Shift+Down",), "Read"),
    Key("previous_result", "Open the previous result", ("Shift+Up",), "Read"),
    Key("back", "Back to where you were", ("Alt+Left",), "Read"),
    Key("forward", "Forward again", ("Alt+Right",), "Read"),
    Key("aside", "Show or hide what was set aside", ("H",), "Read", "reading"),
    Key("next_line", "Focus on the next line", ("L",), "Correct", "reading"),
    Key("previous_line", "Focus on the previous line", ("Shift+L",), "Correct", "reading"),
    Key("text", "This is article text", ("T",), "Correct", "reading"),
    Key("not_text", "This is not article text", ("N",), "Correct", "reading"),
    Key(
        "text_outlet", "This is article text on every page of the outlet", ("Shift+T",), "Correct", "reading"
    ),
    Key(
        "not_text_outlet",
        "This is not article text on any page of the outlet",
        ("Shift+N",),
        "Correct",
        "reading",
    ),
    Key("why", "Why this line is set aside", ("W",), "Correct", "reading"),
    Key("undo", "Undo the last correction", ("Ctrl+Z",), "Correct"),
    Key("redo", "Correct again what was undone", ("Ctrl+Shift+Z", "Ctrl+Y"), "Correct"),
    Key("next_passage", "Next passage with related passages", ("J",), "Relate", "reading"),
    Key("previous_passage", "Previous passage with related passages", ("K",), "Relate", "reading"),
    Key("related", "To the related passages", ("Ctrl+J",), "Relate"),
    Key("new_tab", "New tab", ("Ctrl+T",), "Tabs"),
    Key("close_tab", "Close the tab", ("Ctrl+W",), "Tabs"),
    Key("reopen_tab", "Open the tab closed last again", ("Ctrl+Shift+T",), "Tabs"),
    Key("next_tab", "Next tab", ("Ctrl+Tab", "Ctrl+PgDown"), "Tabs"),
    Key("previous_tab", "Previous tab", ("Ctrl+Shift+Tab", "Ctrl+PgUp"), "Tabs"),
    Key("zoom_in", "Larger text", ("Ctrl++", "Ctrl+="), "Window"),
    Key("zoom_out", "Smaller text", ("Ctrl+-",), "Window"),
    Key("zoom_reset", "Usual text size", ("Ctrl+0",), "Window"),
    Key("next_pane", "Next pane", ("F6",), "Window"),
    Key("previous_pane", "Previous pane", ("Shift+F6",), "Window"),
    Key("open_folder", "Open a folder of articles", ("Ctrl+O",), "Archive"),
    Key("open_file", "Open an archive file", ("Ctrl+Shift+O",), "Archive"),
    Key("save_file", "Save a file that opens this archive", (), "Archive"),
    Key("export_made", "Export what you made…", (), "Archive"),
    Key("look_again", "Look at the folder again", ("F5",), "Archive"),
    Key("health", "Archive health: what became of every file", ("Ctrl+Shift+H",), "Archive"),
    Key("outlet", "Outlet of this article…", ("Ctrl+Shift+L",), "Archive"),
    Key("help", "The keys that work here", ("F1", "?"), "Window"),
    Key("log", "Show the log file", (), "Window"),
    Key("about", "About Pressmark", (), "Window"),
    Key("quit", "Quit", ("Ctrl+Q",), "Window"),
)
ELSEWHERE = (
    ("Search", "Enter", "Open the first or selected result; with Ctrl in a new tab"),
    ("Search", "Down", "From the search bar into the results"),
    ("Window", "Esc", "One step back: close the bar, clear, return to the text"),
    ("Window", "Alt+M", "The menu"),
    ("Read", "Space", "A page on; with Shift back"),
    ("Correct", "Enter", "Open or fold the set-aside lines in focus"),
    ("Relate", "Enter", "In the related passages: go there"),
)


def make_actions(window: QWidget, does: dict[str, Callable[[], object]]) -> dict[str, QAction]:
    """Make the actions of the window; `does` says what each one does."""
    made: dict[str, QAction] = {}
    for key in KEYS:
        action = QAction(key.words, window)
        action.triggered.connect(lambda _=False, name=key.name: does[name]())
        if key.where == "window":
            letters = [text for text in key.keys if text != "?"]
            action.setShortcuts([QKeySequence(text) for text in letters])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        window.addAction(action)
        made[key.name] = action
    return made


READING_LETTERS = {
    text: key.name for key in KEYS for text in key.keys if key.where == "reading" or text == "?"
}


def add_with_key(menu: QMenu, actions: dict[str, QAction], name: str, outlet: str = "the outlet") -> None:
    """Add an action to a menu with its key beside it, also a letter, which is no shortcut that Qt knows of."""
    key = next(key for key in KEYS if key.name == name)
    words = key.words.replace("the outlet", outlet.replace("&", "&&"))
    menu.addAction("\t".join((words, *key.keys[:1])), actions[name].trigger)


def reading_action(event: QKeyEvent) -> str | None:
    """Return the action of a letter that works while reading; a letter that has none with Shift has it without."""
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if event.modifiers() & control:
        return None
    letter = event.text().upper() if event.text().isalpha() else event.text()
    shifted = f"Shift+{letter}" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else letter
    return READING_LETTERS.get(shifted) or READING_LETTERS.get(letter)
