"""The look: colours as tokens, light and dark, and what Qt needs made from them."""

from dataclasses import dataclass
from string import Template

from PySide6.QtGui import QColor, QPalette

from pressmark import paths
from pressmark.gui.look.fonts import CONTROL, META, Fonts
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


def style_sheet(theme: Theme, scale: float) -> str:
    """Return the style sheet of the whole window; `scale` is the system's font size over the usual one."""
    tokens = {name: getattr(theme, name) for name in Theme.__slots__}
    sheet = Template((paths.resources() / "style.qss").read_text(encoding="utf-8"))
    icons = (paths.resources() / "icons").as_posix()
    return sheet.substitute(tokens, small=round(12 * scale, 1), search=round(15 * scale, 1), icons=icons)


def zoomed_controls(pane: str, fonts: Fonts) -> str:
    """Return the style sheet by which the controls of a pane have the letters of its list."""
    control, meta = (f"font-size: {round(size * fonts.scale, 1)}px;" for size in (CONTROL, META))
    controls = ", ".join(f"{pane} {kind}" for kind in ("QToolButton", "QPushButton", 'QLabel[role="title"]'))
    return f'{controls} {{ {control} }} {pane} QLabel[role="count"] {{ {meta} }}'
