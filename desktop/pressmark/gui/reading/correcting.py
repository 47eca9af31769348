"""The person's corrections: what is article text and what is not, with undo."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pressmark.counting import count
from pressmark.gui.archive.library_holder import LibraryHolder
from pressmark.gui.lane import Lane, Stop
from pressmark.gui.messages import Messages
from pressmark.gui.reading.pane.reader_pane import ReaderPane
from pressmark.gui.reading.reading_controller import ReadingController
from pressmark.values import Correction, Opened, Scope, StoredArticle

if TYPE_CHECKING:
    from pressmark.library import Library

CHOOSE = "This is the line in focus. Press the key again to mark it; L goes to the next line."
NOTHING = "There is nothing to correct here: it is as you say already."
NO_REASON = "This line is article text."
LONGEST_NAMED = 60  # characters of a line that is named
SHORT = 40  # characters of a line in a sentence
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

    noted = Signal()

    def __init__(
        self,
        reader: ReaderPane,
        reading: ReadingController,
        holder: Callable[[], LibraryHolder | None],
        messages: Messages,
    ) -> None:
        """Correct the article that lies open in this reader; `noted` tells that the archive has to follow."""
        super().__init__(reader)
        self._reader, self._reading, self._holder = reader, reading, holder
        self._view, self._bar = reader.view, reader.undo_bar
        self._undone: list[Step] = []
        self._done: list[Step] = []
        self._waiting: deque[Task] = deque()
        self._now: Task | None = None
        self._of: LibraryHolder | None = None
        self._pointed: tuple[int, ...] = ()
        self._asked: tuple[tuple[int, ...], bool] | None = None
        self._lane, self._pages = Lane("corrections", self, in_order=True), Lane("pages", self)
        self._lane.answered.connect(self._noted)
        self._lane.failed.connect(lambda: self._failed())
        self._pages.answered.connect(self._counted)
        for lane in self.lanes():
            lane.failed.connect(lambda _, error: messages.error(error))
        self._bar.undo_wanted.connect(self.undo)
        self._bar.sure.connect(self._sure)
        self._view.menu_wanted.connect(self._menu_wanted)
        reading.opened.connect(self._article_opened)

    @property
    def busy(self) -> bool:
        """Tell whether a correction is still being noted."""
        return self._now is not None

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a correction to undo."""
        return bool(self._done)

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes, to be closed."""
        return self._lane, self._pages

    # What the person wants

    def mark(self, *, keep: bool, scope: Scope) -> None:
        """Mark the selection or the line in focus as article text, or as none."""
        stored = self._reading.stored
        if stored is None or not self._reader.shows_article:
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
        if scope is Scope.OUTLET and not self._is_meant(blocks, keep=keep):
            self._ask_first(stored, blocks, keep=keep)
            return
        self._pointed, self._asked = (), None
        key, words = stored.key, _words(stored, blocks, keep=keep, scope=scope)

        def correct(library: Library) -> Step:
            before = library.correct(key, blocks, keep=keep, scope=scope)
            return Step(before, words, outlet if scope is Scope.OUTLET else "")

        self._ask(correct, self._corrected)

    def _is_meant(self, blocks: tuple[int, ...], *, keep: bool) -> bool:
        """Tell whether the person has just pointed at these lines, or was asked about them."""
        return blocks == self._pointed or (self._bar.asks and self._asked == (blocks, keep))

    def _ask_first(self, stored: StoredArticle, blocks: tuple[int, ...], *, keep: bool) -> None:
        """Say which lines would be marked on every page of the outlet, before it is done."""
        self._asked = blocks, keep
        self._view.show_line()
        self._bar.ask(_question(stored, blocks, keep=keep), "Mark as text" if keep else "Set aside")

    def _sure(self) -> None:
        """Do what was asked about."""
        if self._asked is not None:
            self.mark(keep=self._asked[1], scope=Scope.OUTLET)

    def _menu_wanted(self) -> None:
        """The menu of the article is about lines that the person points at."""
        self._pointed = self._view.chosen()

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

    def take_back(self, said: Correction) -> None:
        """Take back one correction, whichever it is: its line is again what the program found."""
        short = said.text if len(said.text) <= SHORT else f"{said.text[:SHORT].rstrip()}…"
        step = Step((replace(said, keep=None),), f"Taken back: what you said of “{short}”.")
        self._ask(lambda library: replace(step, before=library.put_back(step.before)), self._corrected)

    def tell_why(self) -> None:
        """Show why the line in focus is set aside, with the numbers behind it."""
        if self._view.line is None:
            self._view.step_line(1)
        if self._reading.stored is not None and not self._view.tell_line():
            self._bar.say(NO_REASON, undo=False)

    def step_line(self, step: int) -> None:
        """Put the focus on the next (1) or previous (-1) line."""
        self._view.step_line(step)

    # One after the other

    def _ask(self, task: Callable[[Library], Step], then: Callable[[Step], None]) -> None:
        self._waiting.append((task, then))
        self._next()

    def _next(self) -> None:
        """Have the next correction noted, and the open article read as it is then."""
        holder = self._holder()
        if self._now is not None or not self._waiting or holder is None:
            return
        self._now = self._waiting.popleft()
        task = self._now[0]
        stored, query = self._reading.stored, self._reading.query
        key = stored.key if stored is not None else None

        def note(stop: Stop) -> Done:
            library = holder.library()
            step = task(library)
            if key is None:
                return Done(step, None)
            shown = library.article_of(key)
            return Done(step, library.opened(shown, query))

        self._lane.ask(note)

    def _noted(self, _: int, done: Done) -> None:
        """Show what was noted, and have the index follow."""
        now, self._now = self._now, None
        if now is not None and done.step.before:
            if done.opened is not None:
                self._reading.show_again(done.opened)
            now[1](done.step)
            self.noted.emit()
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
        holder = self._holder()
        if holder is not None:
            said = [one for one in step.before if one.scope is Scope.OUTLET]
            self._pages.ask(lambda stop: (step, holder.library().pages_touched(said)))

    def _counted(self, _: int, answer: tuple[Step, int]) -> None:
        step, pages = answer
        if self._bar.isVisible() and self._bar.text == step.words:
            every = f"every page of {step.outlet}"
            self._bar.say(step.words.replace(every, f"{count(pages, 'page')} of {step.outlet}"))

    def _article_opened(self) -> None:
        self._pointed, self._asked = (), None
        self._bar.hide()

    def archive_changed(self) -> None:
        """Forget what can be undone, if another archive is in front: it has other corrections."""
        if self._holder() is not self._of:
            self._of = self._holder()
            self._bar.hide()
            for lane in self.lanes():
                lane.drop()
            self._waiting.clear()
            self._done, self._undone, self._now = [], [], None


def _words(stored: StoredArticle, blocks: Sequence[int], *, keep: bool, scope: Scope) -> str:
    """Return what is said of a correction: "Set aside in this article", "3 lines set aside on every page of ..."."""
    lines = sum(stored.article.blocks[n].last_line - stored.article.blocks[n].first_line + 1 for n in blocks)
    what = "marked as article text" if keep else "set aside"
    where = f"on every page of {stored.article.outlet}" if scope is Scope.OUTLET else "in this article"
    said = f"{count(lines, 'line')} {what} {where}" if lines > 1 else f"{what} {where}"
    return f"{said[:1].upper()}{said[1:]}."


def _question(stored: StoredArticle, blocks: Sequence[int], *, keep: bool) -> str:
    """Return what is asked before lines are marked on all pages of an outlet: "“Comments (12)” is not article text ...?"."""
    first = stored.article.blocks[blocks[0]].text.replace("\n", " ")
    short = first if len(first) <= LONGEST_NAMED else first[: LONGEST_NAMED - 1].rsplit(" ", 1)[0] + "…"
    more = f" and {count(len(blocks) - 1, 'more line')}" if len(blocks) > 1 else ""
    what = "be article text" if keep else "be set aside"
    return (
        f"Shall “{short}”{more} {what} on every page of {stored.article.outlet}? The same key again says yes."
    )
