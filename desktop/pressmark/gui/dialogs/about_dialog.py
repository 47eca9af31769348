"""About: which version this is, where its data lie, and what it is made of, with every licence."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

import pressmark
from pressmark import licences, paths
from pressmark.counting import count
from pressmark.gui.lane import Lane
from pressmark.gui.look.icons import window_icon
from pressmark.gui.messages import versions
from pressmark.licences import Component

SENTENCE = "From a keyword to the passage, and from a passage to every other account of it."
COLUMNS = ("Component", "Version", "Licence")
ICON = 96  # logical pixels
USUAL_LETTER = 13.5  # pixels; the letter size that the dialog's measures are meant for
WIDTH, HEIGHT = 780, 640  # logical pixels, at the usual letter size; a licence's lines have up to 80 letters
MARGIN = 40  # logical pixels that stay free around the dialog on a small screen
FRAMES = (
    "QTabWidget::pane { border: none; border-top: 1px solid palette(mid); }"
    "QTabBar::tab { border: none; border-bottom: 2px solid transparent; padding: 6px 2px; margin-right: 20px; }"
    "QTabBar::tab:selected { background: transparent; border-bottom: 2px solid palette(highlight); }"
    "QTableWidget, QPlainTextEdit { background: palette(base); padding: 2px; }"
    "QTableWidget, QPlainTextEdit { border: 1px solid palette(mid); border-radius: 5px; }"
    "QTableWidget:focus, QPlainTextEdit:focus { border: 1.5px solid palette(highlight); }"
)


class AboutDialog(QDialog):
    """The program's card, its places, and a list of all that is shipped with it beside the licence's text."""

    def __init__(self, parent: QWidget) -> None:
        """Show the facts; the components follow, read in a thread of their own."""
        super().__init__(parent)
        self.setWindowTitle("About Pressmark")
        self.setAccessibleName("About Pressmark")
        self.setStyleSheet(FRAMES)
        self._scale = max(1.0, self.fontInfo().pixelSize() / USUAL_LETTER)
        self._found: tuple[Component, ...] = ()
        self._made_of = _value("Reading the licences…", "Made of")
        self.list = self._make_list()
        self._told = self._make_told()
        self.text = self._make_text()
        self._lay_out()
        self._fit_screen()
        self.lane = Lane("about", self)
        self.lane.answered.connect(self._show_components)
        self.lane.failed.connect(self._say_what_failed)
        self.lane.ask(licences.components)

    def _make_list(self) -> QTableWidget:
        table = QTableWidget(0, len(COLUMNS))
        table.setAccessibleName("Components")
        table.setHorizontalHeaderLabels(COLUMNS)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        for column in range(2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        table.currentCellChanged.connect(self._row_changed)
        return table

    def _make_told(self) -> QLabel:
        label = _value("", "About the component")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setOpenExternalLinks(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        return label

    def _make_text(self) -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setAccessibleName("Licence text")
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(round(12 * self._scale))
        text.setFont(font)
        return text

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Parts of this dialog")
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self._first_page(), "About")
        self.tabs.addTab(self._second_page(), "Components and licences")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self._buttons())

    def _first_page(self) -> QScrollArea:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 24, 16, 8)
        layout.setSpacing(24)
        layout.addLayout(self._card())
        layout.addLayout(self._places())
        layout.addWidget(self._made_of)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _second_page(self) -> QWidget:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._told)
        column.addWidget(self.text, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(below)
        split.setSizes([2 * HEIGHT, 3 * HEIGHT])  # shares of what there is
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addWidget(split)
        return page

    def _card(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setAccessibleName("Pressmark's icon")
        size = round(ICON * self._scale)
        picture.setPixmap(window_icon().pixmap(QSize(size, size), self.devicePixelRatio()))
        name = _value("Pressmark", "Name")
        font = QFont(self.font())
        font.setPixelSize(round(28 * self._scale))
        font.setWeight(QFont.Weight.DemiBold)
        name.setFont(font)
        sentence = _value(SENTENCE, "What it is for")
        version = _value(f"Version {pressmark.__version__}", "Version")
        version.setProperty("role", "soft")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        for label in (name, version, sentence):
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _places(self) -> QGridLayout:
        """Return the table of facts that a report or a backup needs."""
        facts: tuple[tuple[str, str | Path], ...] = (
            ("Versions", versions()),
            ("Its own data", paths.data_folder()),
            ("Settings", paths.settings_file()),
            ("Log", paths.log_file()),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (name, fact) in enumerate(facts):
            title = QLabel(name)
            title.setProperty("role", "soft")
            grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_value(str(fact), name), row, 1)
        return grid

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton("Copy the versions")
        copy.setToolTip("For a report: the versions of Pressmark and of all it is made of")
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report()))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAccessibleName(button.text().replace("&", ""))
        return buttons

    def _fit_screen(self) -> None:
        free = self.screen().availableSize()
        self.resize(
            min(round(WIDTH * self._scale), free.width() - MARGIN),
            min(round(HEIGHT * self._scale), free.height() - MARGIN),
        )

    def report(self) -> str:
        """Return the versions as plain text: ours and the system's, then each component's."""
        made_of = [f"{one.name} {one.version}".rstrip() + f" ({one.licence})" for one in self._found[1:]]
        return "\n".join([versions(), *made_of])

    def _show_components(self, _ticket: int, found: tuple[Component, ...]) -> None:
        self._found = found
        self._made_of.setText(
            f"Free software under the {found[0].licence} licence, made with {count(len(found) - 1, 'other component')}. "
            "Each of them, with its version and its licence, stands under “Components and licences”."
        )
        self.list.setRowCount(len(found))
        for row, component in enumerate(found):
            for column, text in enumerate((component.name, component.version, component.licence)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.list.setItem(row, column, item)
        self.list.setCurrentCell(0, 0)

    def _say_what_failed(self, _ticket: int, error: Exception) -> None:
        self._made_of.setText(f"The licences could not be read: {error}")

    def _row_changed(self, row: int) -> None:
        """Show the text of the selected component's licence."""
        if not 0 <= row < len(self._found):
            return
        component = self._found[row]
        self._told.setText(told_of(component))
        self.text.setPlainText(component.text or missing_text(component))

    @override
    def done(self, result: int) -> None:
        """End the thread, then the dialog."""
        self.lane.close()
        super().done(result)


def told_of(component: Component) -> str:
    """Return a component's head as rich text: name, version, licence, and its home as a link."""
    head = f"<b>{escape(component.name)}</b> {escape(component.version)}<br>{escape(component.licence)}"
    home = escape(component.home)
    return head + (f'<br><a href="{home}">{home}</a>' if home else "")


def missing_text(component: Component) -> str:
    """Return what stands where the text of a licence is not shipped."""
    place = f" Its source and its text are at {component.home}" if component.home else ""
    return f"{component.name} is under this licence: {component.licence}.{place}"


def _value(text: str, name: str) -> QLabel:
    """Return a fact that can be selected and copied."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAccessibleName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
