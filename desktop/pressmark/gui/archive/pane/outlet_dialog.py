"""Outlet of an article: what it is, from what that is known, and another one of the person's choice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from pressmark.catalog.chosen_outlets import CHOSEN, folders_of
from pressmark.values import StoredArticle

WIDTH = 460


class OutletDialog(QDialog):
    """Asks for the outlet of one article or of all in a folder; tells (name, folder), an empty name to take it back."""

    chosen = Signal(str, str)

    def __init__(
        self, stored: StoredArticle, names: list[str], choice: tuple[str, str] | None, parent: QWidget
    ) -> None:
        """Show the outlet of an article; `names` are offered, `choice` is the present one: (name, folder or "")."""
        super().__init__(parent)
        self.setWindowTitle("Outlet of this article")
        self.setAccessibleName("Outlet of this article")
        self.setMinimumWidth(WIDTH)
        article = stored.article
        self._choice = choice
        self._why = _text(_why(article.outlet_evidence))
        self._why.setProperty("role", "soft")
        self._name = QLineEdit(article.outlet)
        self._name.setAccessibleName("Outlet")
        self._name.setPlaceholderText("The name of the newspaper, station or site")
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._name.setCompleter(completer)
        self._one = QRadioButton("&Only this article")
        self._all = QRadioButton("&All articles in the folder")
        self._folders = QComboBox()
        self._folders.setAccessibleName("Folder")
        self._folders.addItems(folders_of(stored.path))
        self._folders.setCurrentIndex(self._folders.count() - 1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._back: QPushButton = buttons.addButton(
            "&Use what the page says", QDialogButtonBox.ButtonRole.ResetRole
        )
        self._lay_out(article.headline or stored.path, buttons)
        self._show_choice()
        self._name.textChanged.connect(self._changed)
        self._all.toggled.connect(self._changed)
        self._back.clicked.connect(self._take_back)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self._changed()
        self._name.selectAll()

    def _lay_out(self, headline: str, buttons: QDialogButtonBox) -> None:
        label = QLabel("O&utlet")
        label.setBuddy(self._name)
        folder = QHBoxLayout()
        folder.addWidget(self._all)
        folder.addWidget(self._folders, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        title = _text(headline)
        title.setProperty("role", "title")
        layout.addWidget(title)
        layout.addWidget(label)
        layout.addWidget(self._name)
        layout.addWidget(self._why)
        layout.addWidget(self._one)
        layout.addLayout(folder)
        layout.addSpacing(6)
        layout.addWidget(buttons)

    def _show_choice(self) -> None:
        """Begin with what was chosen last: for the article, or for which folder."""
        folder = self._choice[1] if self._choice else ""
        at = self._folders.findText(folder) if folder else -1
        if at >= 0:
            self._folders.setCurrentIndex(at)
        (self._all if at >= 0 else self._one).setChecked(True)
        self._back.setEnabled(self._choice is not None)
        for widget in (self._one, self._all, self._folders):
            widget.setVisible(self._folders.count() > 0)

    def _changed(self) -> None:
        self._ok.setEnabled(bool(self._name.text().strip()))
        self._folders.setEnabled(self._all.isChecked())

    def _accept(self) -> None:
        self.chosen.emit(
            self._name.text().strip(), self._folders.currentText() if self._all.isChecked() else ""
        )
        self.accept()

    def _take_back(self) -> None:
        self.chosen.emit("", self._choice[1] if self._choice else "")
        self.accept()


def _why(evidence: str) -> str:
    """Return the sentence that says from what the outlet is known."""
    if evidence.startswith(CHOSEN):
        return f"{evidence[0].upper()}{evidence[1:]}."
    return f"Known from: {evidence}." if evidence else ""


def _text(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
