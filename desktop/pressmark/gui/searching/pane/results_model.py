"""The hits of an answer as Qt's list model; everything is worked out before it is shown."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from pressmark.counting import count
from pressmark.gui.look.wording import dated
from pressmark.values import Answer, Certainty, Hit

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One result as it is painted."""

    hit: Hit
    headline: str
    outlet: str
    date: str
    inferred: bool
    hits: str
    notes: str
    below_divider: bool
    name: str


def row_of(hit: Hit, *, below_divider: bool, read: bool) -> Row:
    """Work out how a hit is shown."""
    notes = []
    if hit.hits_set_aside:
        notes.append(f"{count(hit.hits_set_aside, 'hit')} in set-aside text" + ("" if hit.hits else " only"))
    if hit.like_this:
        notes.append(f"+{len(hit.like_this)} like this")
    headline = hit.headline or "Without a headline"
    date = dated(hit.date)
    spoken = ", ".join(part for part in (headline, hit.outlet, date, "" if read else "unread") if part)
    return Row(
        hit=hit,
        headline=headline,
        outlet=hit.outlet or hit.path,
        date=date,
        inferred=hit.date.certainty is Certainty.INFERRED,
        hits=count(hit.hits, "hit") if hit.hits else "",
        notes=" · ".join(notes),
        below_divider=below_divider,
        name=spoken,
    )


class ResultsModel(QAbstractListModel):
    """A tuple of rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty model."""
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._read: set[str] = set()
        self._open = ""

    def show(self, answer: Answer | None) -> None:
        """Take the hits of an answer; where it only goes on after the rows that are there, rows are added to these."""
        hits = answer.hits if answer else ()
        divider = answer.divider if answer else 0
        kept = len(self._rows) if self._goes_on(hits) else 0
        if kept:
            self.beginInsertRows(QModelIndex(), kept, len(hits) - 1)
        else:
            self.beginResetModel()
            self._rows, self._read = (), set()
        self._rows += tuple(
            row_of(hit, below_divider=number >= divider, read=hit.read)
            for number, hit in enumerate(hits[kept:], kept)
        )
        self._read |= {hit.path for hit in hits[kept:] if hit.read}
        if kept:
            self.endInsertRows()
        else:
            self.endResetModel()

    def _goes_on(self, hits: tuple[Hit, ...]) -> bool:
        """Tell whether hits are those of the rows, and more."""
        listed = self._rows
        return len(hits) > len(listed) > 0 and all(
            row.hit is hit for row, hit in zip(listed, hits, strict=False)
        )

    def rows(self) -> tuple[Row, ...]:
        """Return the rows."""
        return self._rows

    def row_at(self, path: str) -> int:
        """Return the number of the row of the article at a path, or -1."""
        return next((number for number, row in enumerate(self._rows) if row.hit.path == path), -1)

    def is_read(self, path: str) -> bool:
        """Tell whether the article at a path was opened before."""
        return path in self._read

    @property
    def open_row(self) -> int:
        """The row of the article that lies open, or -1."""
        return self.row_at(self._open) if self._open else -1

    def is_open(self, path: str) -> bool:
        """Tell whether the article at a path is the one that lies open."""
        return bool(path) and path == self._open

    def mark_open(self, path: str) -> None:
        """Note which article lies open, "" for none."""
        rows, self._open = {self.open_row}, path
        for row in rows | {self.open_row}:
            if row >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))

    def mark_read(self, path: str) -> None:
        """Note that the article at a path was opened."""
        self._read.add(path)
        number = self.row_at(path)
        if number >= 0:
            row = self._rows[number]
            known = row_of(row.hit, below_divider=row.below_divider, read=True)
            self._rows = (*self._rows[:number], known, *self._rows[number + 1 :])
            self.dataChanged.emit(self.index(number), self.index(number))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Look up what a row shows."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                row.hit.path
                if not row.inferred
                else f"{row.hit.path}\nDate inferred: {row.hit.date.evidence}"
            )
        return row if role == ROW_ROLE else None
