"""The related pane: what else reports the passage in focus, and why we think so."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.tab_stops import skip_while_empty
from pressmark.gui.look.theme import Theme, zoomed_controls
from pressmark.gui.related.pane.card_delegate import CardDelegate
from pressmark.gui.related.pane.cards import RelatedModel, cards
from pressmark.values import Relation

MARKS = "“”„«»\"' "
MOST_SHOWN = 3  # of one passage, before "more" is asked for
HINT = "Numbers beside the text mark passages that other articles report too. J goes to the next one."


class RelatedList(QListView):
    """The list of cards; Enter goes there, with Ctrl or by the middle button in a new tab."""

    chosen = Signal(bool)
    resized = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Enter on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.text().isprintable() and event.text().strip():
            event.ignore()  # letters are the window's: H, J, K
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there in a new tab by the middle button."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and index.isValid():
            self.setCurrentIndex(index)
            self.chosen.emit(True)
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.resized.emit()


class RelatedPane(QWidget):
    """Shows the relations of one passage; tells where the person wants to go."""

    relation_chosen = Signal(object, bool)

    def __init__(self, fonts: Fonts, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty pane."""
        super().__init__(parent)
        self.setObjectName("relatedPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._fonts = fonts
        self._relations: tuple[Relation, ...] = ()
        self._article_id: int | None = None
        self._all = False
        title = QLabel("Related passages")
        title.setProperty("role", "title")
        self._of = QLabel()
        self._of.setProperty("role", "count")
        self._of.setWordWrap(True)
        self._of.setTextFormat(Qt.TextFormat.PlainText)
        self.model = RelatedModel(self)
        self.list = RelatedList()
        self.list.setObjectName("relatedList")
        self.list.setAccessibleName("Related passages")
        self.list.setModel(self.model)
        skip_while_empty(self.list)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self._delegate = CardDelegate(fonts, theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.go = QPushButton("Go there", self.list.viewport())
        self.go.setAccessibleName("Go there")
        self.go.setToolTip("Open the other article at this passage (Enter); Alt+Left comes back")
        self.go.setProperty("kind", "link")
        self.go.setCursor(Qt.CursorShape.PointingHandCursor)
        self.go.hide()
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self.more.hide()
        self._lay_out(title, fonts.scale)
        self.go.clicked.connect(lambda: self.follow(False))
        self.more.clicked.connect(self._show_all)
        self.list.chosen.connect(self.follow)
        self.list.doubleClicked.connect(lambda: self.follow(False))
        self.list.resized.connect(self._place_button)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.verticalScrollBar().valueChanged.connect(self._place_button)
        self.show_nothing("")

    def _lay_out(self, title: QLabel, scale: float) -> None:
        head = QWidget()
        head.setObjectName("relatedHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(head)
        foot = QVBoxLayout()
        foot.addWidget(self.more)
        self._inner, self._foot = inner, foot
        self._space(scale)
        inner.addWidget(title)
        inner.addWidget(self._of)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.list, 1)
        whole.addLayout(foot)

    def _space(self, scale: float) -> None:
        self._inner.setContentsMargins(*(round(v * scale) for v in (16, 12, 16, 8)))
        self._inner.setSpacing(round(4 * scale))
        self._foot.setContentsMargins(*(round(v * scale) for v in (10, 0, 16, 4)))

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._delegate.set_theme(theme)
        self.list.viewport().update()

    @property
    def sentence(self) -> str:
        """What stands under the title: of which passage, or why there is none."""
        return self._of.text()

    def set_zoom(self, factor: float) -> None:
        """Show everything in another size."""
        fonts = self._fonts.zoomed(factor)
        self._delegate.set_fonts(fonts)
        self._space(fonts.scale)
        self.setStyleSheet(zoomed_controls("#relatedPane", fonts))
        self.list.doItemsLayout()
        self._place_button()

    def show_nothing(self, sentence: str) -> None:
        """Show no relations, and say why, once and quietly."""
        self._relations = ()
        self._of.setText(sentence)
        self._fill()

    def show_hint(self) -> None:
        """Say what the marks in the margin are."""
        self.show_nothing(HINT)

    @property
    def chosen(self) -> Relation | None:
        """The relation whose card is the chosen one."""
        card = self.model.card(self.list.currentIndex().row())
        return card.relation if card is not None else None

    def show_relations(
        self,
        passage: str,
        relations: Iterable[Relation],
        article_id: int | None,
        chosen: tuple[str, int] | None = None,
    ) -> None:
        """Show the relations of a passage that reads `passage`; that to `chosen` (file, block) or the first is chosen."""
        self._relations, self._article_id, self._all = tuple(relations), article_id, False
        short = passage if len(passage) <= 48 else passage[:48].rsplit(" ", 1)[0] + "…"
        self._of.setText(f"to “{short.strip(MARKS)}”")
        ranked = [card.relation for card in cards(self._relations, self._article_id)]
        row = next((n for n, one in enumerate(ranked) if (one.other_path, one.other_block) == chosen), 0)
        self._all = row >= MOST_SHOWN
        self._fill()
        if self._relations:
            self.list.setCurrentIndex(self.model.index(row))

    def _fill(self) -> None:
        made = cards(self._relations, self._article_id)
        shown = made if self._all else made[:MOST_SHOWN]
        self.model.show(shown)
        hidden = len(made) - len(shown)
        self.more.setText(f"{hidden} more")
        self.more.setVisible(hidden > 0)
        self._place_button()

    def _show_all(self) -> None:
        row = self.list.currentIndex().row()
        self._all = True
        self._fill()
        self.list.setCurrentIndex(self.model.index(max(0, row)))
        self.list.setFocus()

    def enter(self) -> None:
        """Take the keyboard, with a card selected."""
        if self.model.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow(self, in_new_tab: bool) -> None:
        """Go to the counterpart that is chosen."""
        card = self.model.card(self.list.currentIndex().row())
        if card is not None:
            self.relation_chosen.emit(card.relation, in_new_tab)

    def _current_changed(self) -> None:
        """Lay the cards out anew: the selected one is taller."""
        self.list.scheduleDelayedItemsLayout()
        self.list.doItemsLayout()
        self.list.scrollTo(self.list.currentIndex())
        self._place_button()

    def _place_button(self) -> None:
        """Put the button into the selected card."""
        index = self.list.currentIndex()
        if not index.isValid():
            self.go.hide()
            return
        place = self._delegate.action_rect(QRectF(self.list.visualRect(index)))
        self.go.adjustSize()
        self.go.move(round(place.left()), round(place.top()))
        self.go.show()
