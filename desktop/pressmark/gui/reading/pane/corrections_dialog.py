"""All corrections of an archive in a table: when, which line, what was said of it, and where."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from pressmark.counting import count
from pressmark.gui.look.row_table import Index, RowTable
from pressmark.gui.look.wording import date_words
from pressmark.values import ArticleDate, ListedCorrection, Scope

COLUMNS = ("When", "Line", "You said", "Where")
NONE_YET = "Nothing was corrected in this archive yet. While you read, T and N say of a line what it is."


class CorrectionsModel(RowTable[ListedCorrection]):
    """A tuple of corrections, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty model."""
        super().__init__(COLUMNS, parent)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Look up what a cell shows; the whole of it where the pointer rests on it."""
        listed = self.row(index.row()) if index.isValid() else None
        if listed is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return cells(listed)[index.column()]


def cells(listed: ListedCorrection) -> tuple[str, str, str, str]:
    """Return what the table says of a correction."""
    said = listed.correction
    where = listed.headline or said.path
    if said.scope is Scope.OUTLET:
        where = f"every page of {said.whose}"
    return when(said.when), said.text, "article text" if said.keep else "not article text", where


def when(told: str) -> str:
    """Return a moment as a person writes it, in the time of this place: "3 Oct 2001, 14:05"."""
    try:
        moment = datetime.fromisoformat(told).astimezone()
    except ValueError:
        return told
    return f"{date_words(ArticleDate(f'{moment:%Y-%m-%d}'))}, {moment:%H:%M}"


class CorrectionsDialog(QDialog):
    """Tells which correction to take back, and to which one's article to go."""

    place_wanted = Signal(object)
    unwanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty dialog."""
        super().__init__(parent)
        self.setWindowTitle("All corrections")
        self.setAccessibleName("All corrections")
        self.resize(880, 460)
        self._sum = QLabel()
        self._sum.setWordWrap(True)
        self._sum.setTextFormat(Qt.TextFormat.PlainText)
        self.model = CorrectionsModel(self)
        self.table = QTableView()
        self.table.setAccessibleName("Corrections")
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, mode in enumerate("CSCS"):
            fits, stretches = QHeaderView.ResizeMode.ResizeToContents, QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, fits if mode == "C" else stretches)
        self._go = QPushButton("Go to the line")
        self._take_back = QPushButton("Take it back")
        self._close = QPushButton("Close")
        for button in (self._go, self._take_back, self._close):
            button.setAutoDefault(False)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.table.doubleClicked.connect(self._want_place)
        self._go.clicked.connect(self._want_place)
        self._take_back.clicked.connect(self._unwant)
        self._close.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.addWidget(self._go)
        bottom.addWidget(self._take_back)
        bottom.addStretch(1)
        bottom.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self._sum)
        layout.addWidget(self.table, 1)
        layout.addLayout(bottom)

    def show_corrections(self, listed: Sequence[ListedCorrection]) -> None:
        """Show corrections; the row that was selected stays so, or the one that has come to its place."""
        row = max(0, self.table.currentIndex().row())
        self.model.set_rows(listed)
        order = ", the newest first" if len(listed) > 1 else ""
        self._sum.setText(count(len(listed), "correction") + order if listed else NONE_YET)
        self.table.setVisible(bool(listed))
        if listed:
            self.table.selectRow(min(row, len(listed) - 1))
        self._row_changed()

    def _row_changed(self) -> None:
        listed = self.model.row(self.table.currentIndex().row())
        self._go.setEnabled(listed is not None and bool(listed.headline or listed.correction.path))
        self._take_back.setEnabled(listed is not None)

    def _want_place(self) -> None:
        listed = self.model.row(self.table.currentIndex().row())
        if listed is not None:
            self.place_wanted.emit(listed.correction)

    def _unwant(self) -> None:
        listed = self.model.row(self.table.currentIndex().row())
        if listed is not None:
            self.unwanted.emit(listed.correction)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the line by Enter, take a correction back by Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want_place()
        elif event.key() == Qt.Key.Key_Delete:
            self._unwant()
        else:
            super().keyPressEvent(event)
