"""Archive health: every file, what became of it, why, and how it was decoded."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from pressmark.counting import count
from pressmark.gui.archive.pane.health_model import HealthModel
from pressmark.values import ArticleKey, FileRecord, FileState, Totals

SHOWN = (
    ("All files", None),
    ("Articles", FileState.ARTICLE),
    ("Not read", FileState.UNREADABLE),
    ("Duplicates", FileState.DUPLICATE),
)
AUTOMATIC = "as recognised"
ENCODINGS = (
    "utf-8", "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
    "iso-8859-2", "iso-8859-5", "koi8-r", "koi8-u", "cp850", "cp437", "mac-roman", "shift_jis", "euc-jp", "iso-2022-jp",
    "gb18030", "big5", "euc-kr", "utf-16-le", "utf-16-be",
)  # fmt: skip


class HealthDialog(QDialog):
    """A table of all files; tells which to open, to read in another encoding, or to try again."""

    article_chosen = Signal(ArticleKey)
    encoding_chosen = Signal(str, str)
    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty dialog."""
        super().__init__(parent)
        self.setWindowTitle("Archive health")
        self.setAccessibleName("Archive health")
        self.resize(980, 560)
        self._records: Sequence[FileRecord] = ()
        self._sum = QLabel()
        self._sum.setTextFormat(Qt.TextFormat.PlainText)
        self._which = QComboBox()
        self._which.setAccessibleName("Which files")
        for name, state in SHOWN:
            self._which.addItem(name, state)
        self._filter = QLineEdit()
        self._filter.setAccessibleName("Filter files")
        self._filter.setPlaceholderText("Filter by name, reason or encoding")
        self.model = HealthModel(self)
        self.table = QTableView()
        self.table.setAccessibleName("Files")
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._detail = QLabel()
        self._detail.setWordWrap(True)
        self._detail.setProperty("role", "soft")
        self._detail.setTextFormat(Qt.TextFormat.PlainText)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._open = QPushButton("Open the article")
        self._encoding = QComboBox()
        self._encoding.setAccessibleName("Read this file as")
        self._encoding.addItem(f"Read {AUTOMATIC}", "")
        for encoding in ENCODINGS:
            self._encoding.addItem(f"Read as {encoding}", encoding)
        self._retry = QPushButton("Look at the folder again")
        self._close = QPushButton("Close")
        self._lay_out()
        self._which.currentIndexChanged.connect(self._fill)
        self._filter.textChanged.connect(self._fill)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.table.doubleClicked.connect(self._open_article)
        self._open.clicked.connect(self._open_article)
        self._encoding.activated.connect(self._choose_encoding)
        self._retry.clicked.connect(self.retry_wanted)
        self._close.clicked.connect(self.reject)
        self._row_changed()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._sum, 1)
        top.addWidget(self._which)
        top.addWidget(self._filter, 1)
        bottom = QHBoxLayout()
        for widget in (self._open, self._encoding):
            bottom.addWidget(widget)
        bottom.addStretch(1)
        bottom.addWidget(self._retry)
        bottom.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._detail)
        layout.addLayout(bottom)

    def show_files(self, records: Sequence[FileRecord], totals: Totals) -> None:
        """Show the files; the sum says that each one is accounted for."""
        self._records = records
        self._sum.setText(
            f"{count(totals.files, 'file')} = {count(totals.articles, 'article')} + "
            f"{count(totals.duplicates, 'duplicate')} + {totals.unreadable:,} not read"
        )
        if not self.table.property("measured") and records:
            self.table.setProperty("measured", True)
            for column, width in enumerate((330, 90, 320, 120, 80)):
                self.table.setColumnWidth(column, width)
        self._fill()

    def _fill(self) -> None:
        chosen = self._current()
        self.model.show(self._records, self._which.currentData(), self._filter.text())
        for row in range(self.model.rowCount() if chosen else 0):
            record = self.model.record(row)
            if record and chosen and record.path == chosen.path:
                self.table.selectRow(row)
                break
        self._row_changed()

    def _current(self) -> FileRecord | None:
        return self.model.record(self.table.currentIndex().row())

    def _row_changed(self) -> None:
        """Say everything about the selected file."""
        record = self._current()
        self._open.setEnabled(record is not None and record.article_id is not None)
        self._encoding.setEnabled(record is not None and bool(record.size))
        if record is None:
            self._detail.setText("Select a file to see how it was read.")
            return
        how = f"Read as {record.encoding}: {record.encoding_reason}." if record.encoding else ""
        self._detail.setText(" ".join(part for part in (record.path, "—", record.reason, how) if part))
        chosen = record.encoding if record.encoding_reason.startswith("chosen by you") else ""
        self._encoding.setCurrentIndex(max(0, self._encoding.findData(chosen)))

    def _open_article(self) -> None:
        record = self._current()
        if record is not None and record.article_id is not None:
            self.article_chosen.emit(ArticleKey(record.path))

    def _choose_encoding(self) -> None:
        record = self._current()
        if record is not None:
            self.encoding_chosen.emit(record.path, self._encoding.currentData())
