"""The person's corrections: what is article text and what is not, with undo."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from pressmark.gui.actions import add_with_key
from pressmark.gui.latest import Lane, Stop
from pressmark.gui.words import count
from pressmark.values import Correction, Opened, Scope, StoredArticle

if TYPE_CHECKING:
    from pressmark.gui.main_window import MainWindow
    from pressmark.library import Library

CHOOSE = "This is the line in focus. Press the key again to mark it; L goes to the next line."
NOTHING = "There is nothing to correct here: it is as you say already."
NO_REASON = "This line is article text."
MOST_UNDONE = 200  # corrections of this window that can be undone


@dataclass(frozen=True, slots=True)
class Step:
    """One correction: what was said before it, the words for it, and whether pages of an outlet follow it."""

    before: tuple[Correction, ...]
    words: str
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """A correction that was noted: what undoes it, and the open article as it is now."""

    step: Step
    opened: Opened | None


Task = tuple[Callable[["Library"], Step], Callable[[Step], None]]


class Correcting(QObject):
    """Notes corrections one after the other, shows them, and has the index follow."""

    def __init__(self, window: MainWindow) -> None:
        """Correct the article that lies open in this window."""
        super().__init__(window)
        self._window = window
        self._view, self._bar = window.reader.view, window.reader.undo_bar
        self._undone: list[Step] = []
        self._done: list[Step] = []
        self._waiting: deque[Task] = deque()
        self._now: Task | None = None
        self._shelf = window.archive.shelf
        self._lane, self._pages = Lane("corrections", self, in_order=True), Lane("pages", self)
        self._lane.answered.connect(self._noted)
        self._lane.failed.connect(lambda: self._failed())
        self._pages.answered.connect(self._counted)
        for lane in (self._lane, self._pages):
            lane.failed.connect(lambda _, error: window.messages.error(error))
        self._bar.undo_wanted.connect(self.undo)
        self._view.menu_wanted.connect(self.show_menu)
        window.archive.changed.connect(self._archive_changed)
        window.desk.opened.connect(self._bar.hide)

    def does(self) -> dict[str, Callable[[], object]]:
        """Return what each action for corrections does."""
        return {
            "text": lambda: self.mark(keep=True, scope=Scope.ARTICLE),
            "not_text": lambda: self.mark(keep=False, scope=Scope.ARTICLE),
            "text_outlet": lambda: self.mark(keep=True, scope=Scope.OUTLET),
            "not_text_outlet": lambda: self.mark(keep=False, scope=Scope.OUTLET),
            "why": self.tell_why,
            "undo": self.undo,
            "redo": self.redo,
            "next_line": lambda: self._view.step_line(1),
            "previous_line": lambda: self._view.step_line(-1),
        }

    @property
    def busy(self) -> bool:
        """Tell whether a correction is still being noted."""
        return self._now is not None

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes, to be closed."""
        return self._lane, self._pages

    # What the person wants

    def mark(self, *, keep: bool, scope: Scope) -> None:
        """Mark the selection or the line in focus as article text, or as none."""
        stored = self._window.desk.stored
        if stored is None or not self._window.reader.shows_article:
            return
        blocks = self._view.chosen()
        if not blocks:
            self._view.step_line(1)
            self._bar.say(CHOOSE, undo=False)
            return
        outlet = stored.article.outlet
        if scope is Scope.OUTLET and not outlet:
            self._bar.say(
                "The outlet of this article is not known: it can be marked for this article only.", undo=False
            )
            return
        key, words = stored.key, _words(stored, blocks, keep=keep, scope=scope)

        def correct(library: Library) -> Step:
            before = library.correct(key, blocks, keep=keep, scope=scope)
            return Step(before, words, outlet if scope is Scope.OUTLET else "")

        self._ask(correct, self._corrected)

    def undo(self) -> None:
        """Undo the last correction of this window."""
        if self._done:
            step = self._done.pop()
            self._ask(lambda library: replace(step, before=library.put_back(step.before)), self._was_undone)

    def redo(self) -> None:
        """Correct again what was undone last."""
        if self._undone:
            step = self._undone.pop()
            self._ask(lambda library: replace(step, before=library.put_back(step.before)), self._was_redone)

    def tell_why(self) -> None:
        """Show why the line in focus is set aside, with the numbers behind it."""
        if self._view.line is None:
            self._view.step_line(1)
        if self._window.desk.stored is not None and not self._view.tell_line():
            self._bar.say(NO_REASON, undo=False)

    def show_menu(self, place: QPoint) -> None:
        """Show the menu of the article at a place of the screen."""
        self.menu().popup(place)

    def menu(self) -> QMenu:
        """Return the menu for the selection or the line in focus: why it is as it is, and how to mark it."""
        stored, actions = self._window.desk.stored, self._window.actions_by_name
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        blocks = self._view.chosen() if stored is not None else ()
        if stored is not None and blocks:
            aside = {stored.article.blocks[number].set_aside for number in blocks}
            for name in (name for state, name in ((True, "text"), (False, "not_text")) if state in aside):
                add_with_key(menu, actions, name)
                if stored.article.outlet:
                    add_with_key(menu, actions, f"{name}_outlet", stored.article.outlet)
            if True in aside:
                add_with_key(menu, actions, "why")
        if self._done:
            add_with_key(menu, actions, "undo")
        menu.addSeparator()
        menu.addAction("Copy\tCtrl+C", self._view.copy).setEnabled(self._view.textCursor().hasSelection())
        if self._view.textCursor().hasSelection():
            menu.addAction(actions["search_selection"])
        menu.addAction(actions["aside"])
        return menu

    # One after the other

    def _ask(self, task: Callable[[Library], Step], then: Callable[[Step], None]) -> None:
        self._waiting.append((task, then))
        self._next()

    def _next(self) -> None:
        """Have the next correction noted, and the open article read as it is then."""
        shelf = self._window.archive.shelf
        if self._now is not None or not self._waiting or shelf is None:
            return
        self._now = self._waiting.popleft()
        task = self._now[0]
        stored, query = self._window.desk.stored, self._window.desk.query
        key = stored.key if stored is not None else None

        def note(stop: Stop) -> Done:
            library = shelf.library()
            step = task(library)
            if key is None:
                return Done(step, None)
            shown = library.article_of(key)
            return Done(step, Opened(shown, library.marks(shown, query)))

        self._lane.ask(note)

    def _noted(self, _: int, done: Done) -> None:
        """Show what was noted, and have the index follow."""
        now, self._now = self._now, None
        if now is not None and done.step.before:
            if done.opened is not None:
                self._window.desk.show_again(done.opened)
            now[1](done.step)
            self._window.archive.look_again()
            if self._window.searching.query:
                self._window.searching.ask()
        elif now is not None:
            self._bar.say(NOTHING, undo=False)
        self._next()

    def _failed(self) -> None:
        self._now = None
        self._next()

    def _corrected(self, step: Step) -> None:
        self._undone.clear()
        self._was_redone(step)

    def _was_redone(self, step: Step) -> None:
        self._done = [*self._done, step][-MOST_UNDONE:]
        self._bar.say(step.words)
        if step.outlet:
            self._count(step)

    def _was_undone(self, step: Step) -> None:
        self._undone.append(step)
        self._bar.say(f"Undone: {step.words[:1].lower()}{step.words[1:]}", undo=False)

    def _count(self, step: Step) -> None:
        """Count the pages that follow, while the words are shown."""
        shelf = self._window.archive.shelf
        if shelf is not None:
            said = [one for one in step.before if one.scope is Scope.OUTLET]
            self._pages.ask(lambda stop: (step, shelf.library().pages_touched(said)))

    def _counted(self, _: int, answer: tuple[Step, int]) -> None:
        step, pages = answer
        if self._bar.isVisible() and self._bar.text == step.words:
            every = f"every page of {step.outlet}"
            self._bar.say(step.words.replace(every, f"{count(pages, 'page')} of {step.outlet}"))

    def _archive_changed(self) -> None:
        """Another archive has other corrections."""
        if self._window.archive.shelf is not self._shelf:
            self._shelf = self._window.archive.shelf
            self._lane.drop()
            self._waiting.clear()
            self._done, self._undone, self._now = [], [], None


def _words(stored: StoredArticle, blocks: Sequence[int], *, keep: bool, scope: Scope) -> str:
    """Return what is said of a correction: "Set aside in this article", "3 lines set aside on every page of ..."."""
    lines = sum(stored.article.blocks[n].last_line - stored.article.blocks[n].first_line + 1 for n in blocks)
    what = "marked as article text" if keep else "set aside"
    where = f"on every page of {stored.article.outlet}" if scope is Scope.OUTLET else "in this article"
    said = f"{count(lines, 'line')} {what} {where}" if lines > 1 else f"{what} {where}"
    return f"{said[:1].upper()}{said[1:]}."
