"""The files of the archive as Qt's table model."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from pressmark.gui.look.row_table import Index, RowTable
from pressmark.values import FileRecord, FileState

COLUMNS = ("File", "State", "Reason", "Encoding", "Size")
STATES = {
    FileState.ARTICLE: "article", FileState.UNREADABLE: "not read", FileState.DUPLICATE: "duplicate",
    FileState.PART: "part of a page", FileState.CONTAINER: "has files in it",
}  # fmt: skip
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1


class HealthModel(RowTable[FileRecord]):
    """A tuple of file records, of which those of one state or with a text in them are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty model."""
        super().__init__(COLUMNS, parent)

    def show(self, records: Sequence[FileRecord], state: FileState | None = None, text: str = "") -> None:
        """Show those of the records that have a state, and whose path, reason or encoding contains a text."""
        low = text.casefold()
        self.set_rows(
            [
                record
                for record in records
                if (state is None or record.state == state)
                and (not low or low in f"{record.path}\n{record.reason}\n{record.encoding}".casefold())
            ]
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Look up what a cell shows."""
        record = self.row(index.row()) if index.isValid() else None
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
