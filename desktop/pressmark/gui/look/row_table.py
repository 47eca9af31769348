"""Rows of values as Qt's table model: a value a row, a name a column."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
Value = TypeVar("Value")


class RowTable(QAbstractTableModel, Generic[Value]):
    """Holds the rows and the names of the columns; who extends it says in `data` what a cell shows."""

    def __init__(self, columns: Sequence[str], parent: QObject | None = None) -> None:
        """Make a table of these columns without a row."""
        super().__init__(parent)
        self._columns = columns
        self._rows: Sequence[Value] = ()

    def set_rows(self, rows: Sequence[Value]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Value | None:
        """Return the value of a row, None where there is no such row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section] if section < len(self._columns) else None
        return None
