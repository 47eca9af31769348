"""The look: colours as tokens, light and dark, and what Qt needs made from them."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from pressmark.values import RelationKind


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one scheme; each text colour has at least 4.5:1 on every ground it stands on."""

    name: str
    chrome: str
    pane: str
    paper: str
    ink: str
    soft: str
    faint: str
    line: str
    accent: str
    accentbg: str
    sel: str
    field: str
    h1: str
    h2: str
    h3: str
    cur: str
    curink: str
    q: str
    w: str
    f: str
    e: str
    aside: str
    asidebg: str
    bar: str
    diff: str
    diff2: str

    def hit(self, word: int) -> str:
        """Return the ground colour of the hits of a query word; after the third the colours go round again."""
        return (self.h1, self.h2, self.h3)[word % 3]

    def kind(self, kind: RelationKind) -> str:
        """Return the colour of a kind of relation."""
        return {"quotation": self.q, "wording": self.w, "fact": self.f, "event": self.e}[kind.value]


LIGHT = Theme(
    name="light", chrome="#F1EFEA", pane="#F8F7F3", paper="#FFFFFF", ink="#1E1C19", soft="#67625A", faint="#6E685F",
    line="#E0DCD3", accent="#1D5B80", accentbg="#E4EEF3", sel="#E4EEF3", field="#FFFFFF",
    h1="#FFE596", h2="#BFEBD3", h3="#D9D6FA", cur="#F2A33A", curink="#1E1C19",
    q="#9A3B12", w="#1D5B80", f="#48650F", e="#67625A", aside="#6A655C", asidebg="#F6F4EF",
    bar="#C9D6DE", diff="#F9D9CF", diff2="#D5EBD9",
)  # fmt: skip
DARK = Theme(
    name="dark", chrome="#191817", pane="#201F1D", paper="#262422", ink="#ECE7DE", soft="#A9A297", faint="#9F998F",
    line="#393632", accent="#8FC6E6", accentbg="#273944", sel="#2B3A44", field="#2A2825",
    h1="#66561A", h2="#1F5540", h3="#45417A", cur="#E79A34", curink="#1E1C19",
    q="#EFA27E", w="#8FC6E6", f="#B5CF7E", e="#A9A297", aside="#9A9489", asidebg="#2A2826",
    bar="#3A4A54", diff="#5A2F22", diff2="#244A33",
)  # fmt: skip

# Which text stands on which ground; tests/gui/test_theme.py computes the contrast of each pair.
TEXT_ON_GROUND = (
    *((text, ground) for text in ("ink", "soft", "accent") for ground in ("chrome", "pane", "paper", "sel", "field")),
    *((text, ground) for text in ("q", "w", "f", "e") for ground in ("paper", "pane")),
    *(("ink", ground) for ground in ("h1", "h2", "h3", "accentbg", "diff", "diff2")),
    ("faint", "chrome"), ("faint", "pane"), ("faint", "paper"),
    ("aside", "paper"), ("aside", "asidebg"), ("curink", "cur"), ("accent", "accentbg"),
)  # fmt: skip


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette for a theme: what its own controls and dialogs are painted with."""
    colours = {
        QPalette.ColorRole.Window: theme.chrome,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.paper,
        QPalette.ColorRole.AlternateBase: theme.pane,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.pane,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.ToolTipBase: theme.paper,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.faint,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.paper,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Midlight: theme.line,
        QPalette.ColorRole.Light: theme.paper,
        QPalette.ColorRole.Dark: theme.line,
        QPalette.ColorRole.Shadow: theme.line,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return made


STYLE = """
QMainWindow, QDialog {{ background: {chrome}; }}
QToolTip {{ background: {paper}; color: {ink}; border: 1px solid {line}; padding: 4px 6px; }}
#topBar, #statusBar, #tabRow {{ background: {chrome}; }}
#topBar {{ border-bottom: 1px solid {line}; }}
#statusBar {{ border-top: 1px solid {line}; }}
#statusBar QLabel {{ color: {soft}; font-size: {small}px; }}
#statusBar QPushButton {{ font-size: {small}px; padding: 1px 8px; }}
#resultsPane, #relatedPane, #resultsHead, #relatedHead {{ background: {pane}; }}
#resultsPane {{ border-right: 1px solid {line}; }}
#relatedPane {{ border-left: 1px solid {line}; }}
#readerPane, #statePage {{ background: {paper}; }}
#searchBar {{ background: {field}; color: {ink}; border: 1px solid {line}; border-radius: 8px; padding: 0 6px;
  font-size: {search}px; selection-background-color: {accent}; selection-color: {paper}; }}
#searchBar:focus {{ border: 1.5px solid {accent}; }}
#findBar {{ background: {pane}; border-bottom: 1px solid {line}; }}
#findBar QLineEdit, QDialog QLineEdit {{ background: {field}; border: 1px solid {line}; border-radius: 5px; padding: 4px 8px; }}
#findBar QLineEdit:focus, QDialog QLineEdit:focus {{ border: 1.5px solid {accent}; }}
QToolButton {{ border: 1.5px solid transparent; border-radius: 6px; padding: 4px; color: {ink}; background: transparent; }}
QToolButton:hover {{ background: {accentbg}; }}
QToolButton:focus {{ border: 1.5px solid {accent}; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton[text="true"] {{ color: {accent}; padding: 4px 8px; }}
QPushButton {{ border: 1px solid {line}; border-radius: 6px; padding: 5px 14px; background: {paper}; color: {ink}; }}
QPushButton:hover {{ background: {accentbg}; }}
QPushButton:focus {{ border: 1.5px solid {accent}; }}
QPushButton:disabled {{ color: {faint}; }}
QPushButton[kind="offer"] {{ border: 1px solid {accent}; color: {accent}; padding: 8px 18px; border-radius: 8px; background: transparent; }}
QPushButton[kind="offer"]:hover, QPushButton[kind="offer"]:focus {{ background: {accentbg}; }}
QPushButton[kind="link"] {{ border: 1.5px solid transparent; color: {accent}; padding: 1px 4px; background: transparent; text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 1.5px solid {accent}; border-radius: 4px; }}
QLabel[role="soft"] {{ color: {soft}; }}
QLabel[role="count"] {{ color: {soft}; font-size: {small}px; }}
QLabel[role="title"] {{ font-weight: 600; color: {ink}; }}
QListView, QTextBrowser, QTableView {{ border: none; outline: none; }}
#resultsList, #relatedList {{ background: {pane}; }}
QTabBar {{ background: {chrome}; }}
QTabBar::tab {{ background: {chrome}; color: {soft}; padding: 7px 16px; border: none; border-right: 1px solid {line};
  border-bottom: 1px solid {line}; }}
QTabBar::tab:selected {{ background: {paper}; color: {ink}; border-bottom: 1px solid {paper}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QSplitter::handle {{ background: {chrome}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QMenu {{ background: {paper}; color: {ink}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 6px 26px 6px 14px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accentbg}; color: {ink}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QTableView {{ background: {paper}; gridline-color: {line}; selection-background-color: {sel}; selection-color: {ink}; }}
QHeaderView::section {{ background: {pane}; color: {soft}; border: none; border-bottom: 1px solid {line}; padding: 6px 8px; }}
QComboBox {{ background: {paper}; border: 1px solid {line}; border-radius: 5px; padding: 4px 8px; }}
QComboBox:focus {{ border: 1.5px solid {accent}; }}
QComboBox QAbstractItemView {{ background: {paper}; color: {ink}; selection-background-color: {accentbg}; selection-color: {ink}; }}
QProgressBar {{ background: {line}; border: none; border-radius: 2px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 4px; min-height: 32px; margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {faint}; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {line}; border-radius: 4px; min-width: 32px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def style_sheet(theme: Theme, scale: float) -> str:
    """Return the style sheet of the whole window; `scale` is the system's font size over the usual one."""
    tokens = {name: getattr(theme, name) for name in Theme.__slots__}
    return STYLE.format(**tokens, small=round(12 * scale, 1), search=round(15 * scale, 1))
