"""Why a line would be set aside for its place on the page, in words that a person understands."""

from typing import Final

import numpy as np

from pressmark.reading.markup.elements import COLUMNS, NONE, Flags
from pressmark.reading.markup.evidence import Evidence
from pressmark.values import BlockKind, Reason

Place = tuple[Reason, str]

COMMENTS: Final[Place] = (Reason.COMMENTS, "among readers' comments")
HIDDEN: Final[Place] = (Reason.MENU, "hidden on the page")
# What stands around a line, told by these columns, and why it is set aside; what comes first speaks.
_PLACES: Final[tuple[tuple[tuple[str, ...], Reason, str], ...]] = (
    (("class comment",), *COMMENTS),
    (("hidden",), *HIDDEN),
    (("class consent",), Reason.LEGAL, "in the notice on cookies"),
    (("nav", "role navigation", "class menu"), Reason.MENU, "in the page's navigation"),
    (("footer", "role contentinfo", "class footer"), Reason.LEGAL, "in the page's footer"),
    (("class share",), Reason.SHARE, "among the buttons to share"),
    (("class appeal",), Reason.APPEAL, "in a box that asks to subscribe"),
    (("class advert",), Reason.ADVERT, "in an advertisement"),
    (("form", "button", "role search", "class form"), Reason.FORM, "in a form"),
    (("class related",), Reason.LINKS, "in a list of other stories"),
    (("aside", "role complementary", "class side"), Reason.LINKS, "in a box beside the article"),
    (("class tags",), Reason.LINKS, "among the topics of the page"),
    (("class author",), Reason.LINKS, "in a note on the author"),
    (("role dialog", "class layer"), Reason.FORM, "in a window over the page"),
    (("header", "role banner", "class header"), Reason.MENU, "in the page's header"),
)
_MOSTLY_LINKS: Final = 0.5
_COLUMN: Final = {name: number for number, name in enumerate(COLUMNS)}
# Elements that say what a line is.
_KINDS: Final = (
    ("h1", BlockKind.SUBHEADING), ("figcaption", BlockKind.CAPTION), ("li", BlockKind.LIST_ITEM),
    ("h2", BlockKind.SUBHEADING), ("h3", BlockKind.SUBHEADING), ("h4", BlockKind.SUBHEADING),
    ("h5", BlockKind.SUBHEADING), ("h6", BlockKind.SUBHEADING),
)  # fmt: skip
_NEAR: Final = 4  # steps up within which such an element stands


def places_of(evidence: Evidence) -> list[Place | None]:
    """Return for each line why its place speaks against it, None where it does not."""
    below = evidence.near_below
    found: list[Place | None] = [None] * evidence.size
    for names, reason, words in reversed(_PLACES):
        steps = evidence.near if names == ("hidden",) else below
        inside = (steps[:, [_COLUMN[name] for name in names]] < NONE).any(axis=1)
        for number in np.flatnonzero(inside).tolist():
            found[number] = reason, words
    for number in np.flatnonzero(evidence.lines.linked > _MOSTLY_LINKS).tolist():
        if found[number] is None:
            found[number] = Reason.LINKS, f"{evidence.lines.linked[number]:.0%} links"
    return found


def speaks_against(evidence: Evidence) -> Flags:
    """Tell of each element whether its place on the page speaks against it."""
    columns = [_COLUMN[name] for names, _, _ in _PLACES if names != ("hidden",) for name in names]
    return np.asarray((evidence.steps_below[:, columns] < NONE).any(axis=1), np.bool_)


def kinds_of(evidence: Evidence) -> list[BlockKind | None]:
    """Return for each line what it is, where the element around it says so."""
    found: list[BlockKind | None] = [None] * evidence.size
    for name, kind in reversed(_KINDS):
        for number in np.flatnonzero(evidence.near[:, _COLUMN[name]] <= _NEAR).tolist():
            found[number] = kind
    return found
