"""The elements of a printed page as arrays: what stands around each, and what is in it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pressmark.reading.markup.class_words import NAMES, groups_of
from pressmark.reading.markup.printed_page import BLOCKS, PrintedPage

Numbers = NDArray[np.int64]
Row = NDArray[np.float64]
Flags = NDArray[np.bool_]

# The names of elements and roles that say where a line stands, each a column.
TAGS = (
    "li", "table", "figure", "figcaption", "blockquote", "nav", "header", "footer", "aside", "form", "article", "main",
    "section", "p", "td", "a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "pre", "span", "div", "body",
)  # fmt: skip
ROLES = (
    "navigation",
    "main",
    "article",
    "complementary",
    "banner",
    "contentinfo",
    "dialog",
    "search",
    "list",
)
MARKS = ("articlebody", "hidden")
COLUMNS = (*TAGS, *(f"role {role}" for role in ROLES), *MARKS, *(f"class {name}" for name in NAMES))
NONE = 40  # steps to something that is not around


@dataclass(frozen=True, slots=True)
class Elements:
    """Arrays with an entry an element, in the order of the page; `after` is the number of the first one behind it.

    `is_` has a column for each of COLUMNS, `block` is the nearest block around or the element itself. `key` are the
    names that say what it is for.
    """

    parent: Numbers
    after: Numbers
    depth: Numbers
    block: Numbers
    is_: Flags
    keys: list[str]
    tags: list[str]

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.parent)

    def sums(self, at: Numbers, values: Row) -> Row:
        """Return, for each element, the sum of the values of what is in it; `at` is the element of each value."""
        totals = np.concatenate(([0.0], np.cumsum(np.bincount(at, values, self.size))))
        found: Row = np.maximum(totals[self.after] - totals[:-1], 0.0)  # sums of fractions end a little below
        return found

    def holds(self, element: int) -> Flags:
        """Tell of each element whether another one is in it, or is itself."""
        at = np.arange(self.size)
        return np.asarray((at <= element) & (element < self.after), np.bool_)

    def holds_in(self, element: int) -> Flags:
        """Tell of each element whether it is in another one, or is itself."""
        at = np.arange(self.size)
        return np.asarray((element <= at) & (at < self.after[element]), np.bool_)

    def steps_up(self, flags: Flags) -> NDArray[np.uint8]:
        """Return how many steps up from each element the next one stands of which each column of `flags` holds."""
        found = np.where(flags, 0, NONE).astype(np.uint8)
        order = np.argsort(self.depth, kind="stable")
        levels = np.split(order, np.flatnonzero(np.diff(self.depth[order])) + 1)
        for level in levels[1:]:
            found[level] = np.minimum(found[level], np.minimum(found[self.parent[level]] + 1, NONE))
        return found


def elements_of(page: PrintedPage) -> Elements:
    """Return a page's elements as arrays."""
    parent, depth = np.array(page.parent, np.int64), np.array(page.depth, np.int64)
    size = len(parent)
    after = np.arange(1, size + 1)
    for number in range(size - 1, 0, -1):
        above = page.parent[number]
        if above >= 0 and after[above] < after[number]:
            after[above] = after[number]
    block = np.arange(size)
    for number, tag in enumerate(page.tag):
        if tag not in BLOCKS and page.parent[number] >= 0:
            block[number] = block[page.parent[number]]
    keys = [_key(attributes) for attributes in page.attributes]
    return Elements(parent, after, depth, block, _flags(page, keys), keys, page.tag)


def _key(attributes: dict[str, str | None]) -> str:
    if not attributes:
        return ""
    get = attributes.get
    named = (get("class"), get("id"), get("role"), get("itemprop"), get("data-testid"))
    return " ".join([name for name in named if name])


def _flags(page: PrintedPage, keys: list[str]) -> Flags:
    """Return a column for each of COLUMNS."""
    place = {tag: number for number, tag in enumerate(TAGS)}
    flags = np.zeros((len(keys), len(COLUMNS)), np.bool_)
    for number, (tag, attributes) in enumerate(zip(page.tag, page.attributes, strict=True)):
        if (column := place.get(tag)) is not None:
            flags[number, column] = True
        if "role" in attributes and attributes["role"] in ROLES:
            flags[number, len(TAGS) + ROLES.index(attributes["role"])] = True
        if "articlebody" in (attributes.get("itemprop") or "").lower():
            flags[number, len(TAGS) + len(ROLES)] = True
    flags[:, len(TAGS) + len(ROLES) + 1] = page.hidden
    groups = np.array([groups_of(key) if key else 0 for key in keys], np.int64)
    flags[:, -len(NAMES) :] = (groups[:, None] >> np.arange(len(NAMES))) & 1
    return flags
