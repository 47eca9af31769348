"""The passages of the open article that other articles report too: their marks, and the one in focus."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from pressmark.counting import count
from pressmark.gui.archive.library_holder import LibraryHolder
from pressmark.gui.lane import Lane, Stop
from pressmark.gui.look.announcing import announce
from pressmark.gui.messages import Messages
from pressmark.gui.reading.pane.article_view import ArticleView
from pressmark.gui.reading.pane.decorations import Mark
from pressmark.gui.related.pane.cards import ORDER
from pressmark.gui.related.pane.related_pane import RelatedPane
from pressmark.values import Relation, StoredArticle

LOOKING = "Looking for related passages…"
NONE_AT_ALL = "No other article of this archive reports a passage of this one."
NONE_HERE = "No other article of this archive reports this passage."
NOT_YET = "Not known yet: the archive is still being indexed."


class RelatedController(QObject):
    """Asks for the relations of the open article, marks them in the margin, and shows those of the one in focus."""

    chosen = Signal()

    def __init__(
        self,
        view: ArticleView,
        related: RelatedPane,
        holder: Callable[[], LibraryHolder | None],
        messages: Messages,
    ) -> None:
        """Connect the reader's view and the related pane to the library in front."""
        super().__init__(view)
        self._view, self._related, self._holder = view, related, holder
        self._stored: StoredArticle | None = None
        self._relations: dict[int, list[Relation]] = {}
        self._complete = True  # the whole archive was asked, not only what was indexed so far
        self.focused: int | None = None
        self._card: tuple[str, int] | None = None  # the one to be chosen when the relations are known
        self.show_first = False
        self._when_known: Callable[[], None] | None = None
        self.lane = Lane("relations", self)
        self.lane.answered.connect(self._show)
        self.lane.failed.connect(lambda _, error: messages.error(error))
        view.passage_chosen.connect(self._choose)
        view.passage_followed.connect(related.follow)

    def clear(self) -> None:
        """Forget the article."""
        self.lane.drop()
        self._stored, self._relations, self.focused, self._when_known = None, {}, None, None
        self._card = None
        self._related.show_nothing("")

    def ask(self, stored: StoredArticle) -> None:
        """Ask for the relations of an article; one that is open already keeps its passage in focus."""
        if self._stored is None or self._stored.digest != stored.digest:
            self._relations, self.focused, self._when_known, self._card = {}, None, None, None
            self._related.show_nothing(LOOKING)
        self._stored = stored
        self.ask_again()

    def ask_again(self) -> None:
        """Ask once more: the archive has changed."""
        holder, stored = self._holder(), self._stored
        if holder is None or stored is None:
            return

        def relate(stop: Stop) -> tuple[str, bool, tuple[Relation, ...]]:
            complete = (
                holder.library().is_complete()
            )  # asked first: what comes meanwhile is not in the answer
            return stored.digest, complete, holder.library().related(stored, stop)

        self.lane.ask(relate)

    def _show(self, _: int, answer: tuple[str, bool, tuple[Relation, ...]]) -> None:
        """Put a mark beside each passage that has counterparts."""
        digest, complete, relations = answer
        if self._stored is None or self._stored.digest != digest:
            return
        self._relations, self._complete = {}, complete
        for relation in relations:
            self._relations.setdefault(relation.block, []).append(relation)
        self._view.set_passages(
            {
                block: Mark(min((relation.kind for relation in found), key=ORDER.index), len(found))
                for block, found in self._relations.items()
            }
        )
        if self.focused is not None:
            self.focus(self.focused, self.card)
        elif not self._relations:
            self._related.show_nothing(self._why_none())
        elif self.show_first:
            self.step(1)
            self.chosen.emit()
        else:
            self._related.show_hint()
        self.show_first = False
        then, self._when_known = self._when_known, None
        if then is not None and self._relations:
            then()

    @property
    def card(self) -> tuple[str, int] | None:
        """The chosen counterpart of the passage in focus: its file and block."""
        chosen = self._related.chosen
        return (chosen.other_path, chosen.other_block) if chosen is not None else self._card

    def focus(self, block: int, card: tuple[str, int] | None = None) -> None:
        """Make a passage the one in focus, and show what is related to it, with a counterpart chosen."""
        stored = self._stored
        if stored is None or block >= len(stored.article.blocks):
            return
        self.focused, self._card = block, card
        self._view.set_focus(block)
        found = self._relations.get(block, [])
        if found:
            announce(self._related, count(len(found), "related passage"))
            self._related.show_relations(stored.article.blocks[block].text, found, stored.id, card)
        elif self._relations or not self.lane.busy:
            self._related.show_nothing(self._why_none())

    def _why_none(self) -> str:
        """Return why nothing is related: nobody knows that before all is indexed."""
        return NOT_YET if not self._complete else NONE_HERE if self._relations else NONE_AT_ALL

    def _choose(self, block: int) -> None:
        """A mark in the margin was clicked."""
        self.focus(block)
        self.chosen.emit()

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) passage with counterparts, going round at the ends.

        While they are still being looked for, the wish is kept until they are known.
        """
        blocks = sorted(self._relations)
        if not blocks:
            self._when_known = (lambda: self.step(step)) if self.lane.busy else None
            announce(self._related, LOOKING if self.lane.busy else self._why_none())
            return
        here = self._view.first_block_in_view() if self.focused is None else self.focused
        if step > 0:
            later = [block for block in blocks if block > here or (block == here and self.focused is None)]
            target = later[0] if later else blocks[0]
        else:
            target = next((block for block in reversed(blocks) if block < here), blocks[-1])
        if not self._view.is_in_view(target):
            self._view.show_passage(target, flash=False)
        self.focus(target)
        self.chosen.emit()

    def enter(self) -> None:
        """Take the keyboard to the related passages of the passage in focus, or of the next one that has any."""
        self.chosen.emit()
        if not self._relations and self.lane.busy:
            self._when_known = self.enter
            return
        if self.focused is None or self.focused not in self._relations:
            self.step(1)
        self._related.enter()
