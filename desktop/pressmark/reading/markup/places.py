"""Why a line would be set aside for its place on the page, in words that a person understands."""

import re
from collections.abc import Iterator
from typing import Final

import numpy as np

from pressmark.reading.markup.class_words import words_of
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
# Names of what stands between the headline and the text and sums it up; of a heading there, its length says so.
_SUMS_UP: Final = frozenset((
    "standfirst", "dek", "deck", "subtitle", "subtitulo", "sottotitolo", "occhiello", "subhead", "subheadline", "subheading",
    "excerpt", "summary", "vorspann", "chapo", "entradilla", "bajada", "sumario", "intro", "teasertext", "ingress",
    "abstract", "description", "subline", "sommario",
))  # fmt: skip
_HEADINGS: Final = frozenset(("h2", "h3", "h4"))
_FEWEST_WORDS, _HEADING_WORDS, _LINES_ON, _STEPS_UP = 6, 8, 12, 3
_POST: Final = re.compile(r"tweet|instagram|tiktok|bluesky|mastodon|fb-post|reddit", re.IGNORECASE)


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
    for number in _standfirst(evidence):
        found[number] = BlockKind.STANDFIRST
    for number in _posts(evidence):
        found[number] = BlockKind.POST
    return found


def _standfirst(evidence: Evidence) -> Iterator[int]:
    """Yield the lines under the headline that sum up the article."""
    elements, lines = evidence.elements, evidence.lines
    if evidence.h1 < 0:
        return
    first = int(np.searchsorted(lines.element, evidence.h1)) + 1
    for number in range(first, min(first + _LINES_ON, evidence.size)):
        if lines.words[number] < _FEWEST_WORDS:
            continue
        element, names, tags = int(lines.element[number]), set[str](), set[str]()
        for _ in range(_STEPS_UP):
            if element <= evidence.h1 < elements.after[element]:
                break  # it holds the headline, too
            names.update(words_of(elements.keys[element]))
            tags.add(elements.tags[element])
            element = max(int(elements.parent[element]), 0)
        if names & _SUMS_UP or (tags & _HEADINGS and lines.words[number] >= _HEADING_WORDS):
            yield number
        elif lines.prose[number]:
            return


def _posts(evidence: Evidence) -> list[int]:
    """Return the lines of posts of elsewhere that the page shows in its text."""
    elements, found = evidence.elements, np.zeros(evidence.size, np.bool_)
    for number, tag in enumerate(elements.tags):
        if tag == "blockquote" and _POST.search(elements.keys[number]):
            found |= elements.holds_in(number)[evidence.lines.element]
    at: list[int] = np.flatnonzero(found).tolist()
    return at
