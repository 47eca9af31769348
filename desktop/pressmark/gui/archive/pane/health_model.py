"""The files of the archive as Qt's table model."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from pressmark.values import FileRecord, FileState

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("File", "State", "Reason", "Encoding", "Size")
STATES = {FileState.ARTICLE: "article", FileState.UNREADABLE: "not read", FileState.DUPLICATE: "duplicate"}
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1


class HealthModel(QAbstractTableModel):
    """A tuple of file records, of which those of one state or with a text in them are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty model."""
        super().__init__(parent)
        self._all: Sequence[FileRecord] = ()
        self._shown: Sequence[FileRecord] = ()

    def show(self, records: Sequence[FileRecord], state: FileState | None = None, text: str = "") -> None:
        """Take records, and show those of a state whose path, reason or encoding contains a text."""
        self.beginResetModel()
        self._all = records
        low = text.casefold()
        self._shown = [
            record
            for record in records
            if (state is None or record.state == state)
            and (not low or low in f"{record.path}\n{record.reason}\n{record.encoding}".casefold())
        ]
        self.endResetModel()

    def record(self, row: int) -> FileRecord | None:
        """Return the record of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many files are shown."""
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if (
            orientation is Qt.Orientation.Horizontal
            and role == Qt.ItemDataRole.DisplayRole
            and section < len(COLUMNS)
        ):
            return COLUMNS[section]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Look up what a cell shows."""
        record = self.record(index.row()) if index.isValid() else None
        if record is None:
            return None
        if role == RECORD_ROLE:
            return record
        if role == Qt.ItemDataRole.ToolTipRole:
            return record.encoding_reason if index.column() == 3 else record.reason or record.path
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 4:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (record.path, STATES[record.state], record.reason, record.encoding, f"{record.size:,}")[
            index.column()
        ]
