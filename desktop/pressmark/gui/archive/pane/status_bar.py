"""The status bar: how many articles, how the index does, and where among the hits one is."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from pressmark.counting import count
from pressmark.gui.look.announcing import announce
from pressmark.gui.look.icons import icon
from pressmark.gui.look.theme import Theme
from pressmark.values import Progress

HEIGHT = 28
STAGES = {
    "looking": "Looking at the folder",
    "reading": "Indexing",
    "checking": "Checking what outlets repeat",
    "publishing": "Writing the index",
    "dating": "Looking for dates",
}


class StatusBar(QWidget):
    """Tells quietly; its first label opens the archive's health."""

    health_wanted = Signal()
    paused = Signal(bool)

    def __init__(self, scale: float, parent: QWidget | None = None) -> None:
        """Make an empty bar."""
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(round(HEIGHT * scale))
        self._articles = QPushButton()
        self._articles.setProperty("kind", "link")
        self._articles.setAccessibleName("Archive health")
        self._articles.setToolTip("What became of every file of the archive")
        self._articles.clicked.connect(self.health_wanted)
        self._index = QLabel()
        self._index.setAccessibleName("Index status")
        self._progress = QProgressBar()
        self._progress.setAccessibleName("Indexing progress")
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(QSize(round(120 * scale), 4))
        self._pause = QToolButton()
        self._pause.setCheckable(True)
        self._pause.setAutoRaise(True)
        self._pause.setIconSize(QSize(14, 14))
        self._pause.toggled.connect(self._pause_toggled)
        self._hits = QLabel()
        self._hits.setAccessibleName("Current hit")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 16, 0)
        layout.setSpacing(12)
        for widget in (self._articles, self._index, self._progress, self._pause):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        layout.addWidget(self._hits)
        self.show_busy(False)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's icons."""
        self._theme = theme
        self._pause.setIcon(icon("resume" if self._pause.isChecked() else "pause", theme.soft))

    def show_busy(self, busy: bool) -> None:
        """Show or hide what belongs to a running index."""
        self._progress.setVisible(busy)
        self._pause.setVisible(busy)

    def show_articles(self, articles: int, unreadable: int) -> None:
        """Show how many articles the archive has, and how many files could not be read."""
        text = count(articles, "article")
        if unreadable:
            text += f" · {count(unreadable, 'file')} not read"
        self._articles.setText(text)

    @property
    def index_text(self) -> str:
        """What is said of the index."""
        return self._index.text()

    def show_index(self, text: str, tip: str = "") -> None:
        """Show a sentence on the index."""
        self._index.setText(text)
        self._index.setToolTip(tip)

    def show_progress(self, progress: Progress) -> None:
        """Show how far the indexing is."""
        self.show_busy(not progress.finished and progress.stage != "looking")
        if progress.finished:
            return
        name = STAGES.get(progress.stage, progress.stage)
        if progress.total:
            self._progress.setRange(0, progress.total)
            self._progress.setValue(progress.done)
            self.show_index(f"{name}: {progress.done:,} of {progress.total:,}")
        else:
            self._progress.setRange(0, 0)
            self.show_index(f"{name}…" if progress.stage == "looking" else name)

    @property
    def hits_text(self) -> str:
        """What is said of the hits."""
        return self._hits.text()

    def show_hits(self, text: str) -> None:
        """Show where among the hits one is, and say it."""
        if text != self._hits.text():
            self._hits.setText(text)
            announce(self._hits, text)

    def show_paused(self, paused: bool) -> None:
        """Show whether the indexing is paused, without telling."""
        self._pause.blockSignals(True)
        self._pause.setChecked(paused)
        self._pause.blockSignals(False)
        self._name_pause(paused)

    def _pause_toggled(self, paused: bool) -> None:
        self._name_pause(paused)
        self.paused.emit(paused)

    def _name_pause(self, paused: bool) -> None:
        self._pause.setAccessibleName("Go on with indexing" if paused else "Pause indexing")
        self._pause.setToolTip(self._pause.accessibleName())
        self.set_theme(self._theme)
        if paused:
            self.show_index(f"Paused. {self._index.text()}".replace("Paused. Paused.", "Paused."))
