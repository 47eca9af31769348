"""Archive health: every file, what became of it, why, and how it was decoded."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from pressmark.counting import count
from pressmark.gui.archive.pane.file_detail import FileDetail
from pressmark.gui.archive.pane.health_model import COLUMNS, HealthModel
from pressmark.values import ArticleKey, FileRecord, FileState, Totals

SHOWN = (
    ("All files", None),
    ("Articles", FileState.ARTICLE),
    ("Not read", FileState.UNREADABLE),
    ("Duplicates", FileState.DUPLICATE),
    ("Parts of pages", FileState.PART),
    ("Files with files in them", FileState.CONTAINER),
)
USUAL_SIZE, FRAME = (1180, 620), 60  # of the dialog, and the pixels around it that a screen needs


class _CutAtTheEnd(QStyledItemDelegate):
    """Shows the beginning of a sentence that is too long; a path is cut in its middle."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Have the end cut off."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight


class HealthDialog(QDialog):
    """A table of all files; tells which to open, to read in another encoding, or to try again."""

    article_chosen = Signal(ArticleKey)
    preview_wanted = Signal(str, str)
    encoding_chosen = Signal(str, str)
    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty dialog."""
        super().__init__(parent)
        self.setWindowTitle("Archive health")
        self.setAccessibleName("Archive health")
        self.resize(self._fitting(*USUAL_SIZE))
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
        self.table.setItemDelegateForColumn(COLUMNS.index("Reason"), _CutAtTheEnd(self.table))
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.detail = FileDetail()
        self._scrolled = QScrollArea()  # in a low window no word and no button is cut off
        self._scrolled.setWidgetResizable(True)
        self._scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scrolled.setMinimumWidth(240)
        self._scrolled.setWidget(self.detail)
        self._retry = QPushButton("Look at the folder again")
        self._close = QPushButton("Close")
        self._lay_out()
        self._which.currentIndexChanged.connect(self._fill)
        self._filter.textChanged.connect(self._fill)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.table.doubleClicked.connect(self._open_article)
        self.detail.open.clicked.connect(self._open_article)
        self.detail.encoding.preview_wanted.connect(self.preview_wanted)
        self.detail.encoding.applied.connect(self.encoding_chosen)
        copy = QAction("Copy", self.table)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.detail.copy_all)
        self.table.addAction(copy)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._retry.clicked.connect(self.retry_wanted)
        self._close.clicked.connect(self.reject)
        self._row_changed()

    def _fitting(self, width: int, height: int) -> QSize:
        """Return a size, or as much of it as the screen has."""
        room = self.screen().availableGeometry()
        return QSize(min(width, room.width() - FRAME), min(height, room.height() - FRAME))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._sum, 1)
        top.addWidget(self._which)
        top.addWidget(self._filter, 1)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self._retry)
        bottom.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(top)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.addWidget(self.table)
        beside.addWidget(self._scrolled)
        beside.setStretchFactor(0, 1)
        beside.setSizes([800, 340])
        layout.addWidget(beside, 1)
        layout.addLayout(bottom)

    def show_files(self, records: Sequence[FileRecord], totals: Totals) -> None:
        """Show the files; the sum says that each one is accounted for."""
        self._records = records
        self._sum.setText(
            f"{count(totals.files, 'file')} = {count(totals.articles, 'article')} + "
            f"{count(totals.duplicates, 'duplicate')} + {totals.unreadable:,} not read"
            + (f" + {count(totals.parts, 'part')} of pages" if totals.parts else "")
            + (f" + {count(totals.containers, 'file')} with files in them" if totals.containers else "")
        )
        if not self.table.property("measured") and records:
            self.table.setProperty("measured", True)
            for column, width in enumerate((260, 104, 250, 100, 70)):
                self.table.setColumnWidth(column, width)
        self._fill()

    def _fill(self) -> None:
        chosen = self._current()
        self.model.show(self._records, self._which.currentData(), self._filter.text())
        for row in range(self.model.rowCount() if chosen else 0):
            record = self.model.row(row)
            if record and chosen and record.path == chosen.path:
                self.table.selectRow(row)
                break
        self._row_changed()

    def _current(self) -> FileRecord | None:
        return self.model.row(self.table.currentIndex().row())

    def _row_changed(self) -> None:
        """Say everything about the selected file."""
        self.detail.show_file(self._current())

    def _open_article(self) -> None:
        record = self._current()
        if record is not None and record.article_id is not None:
            self.article_chosen.emit(ArticleKey(record.path))
