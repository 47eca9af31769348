"""What a query says, as a tree of frozen values: the engine gets it, chips edit it, `explain` reads it."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nothing:
    """An empty query: finds nothing."""


@dataclass(frozen=True, slots=True)
class Word:
    """A plain word as it was typed; compared by its stem. One that is only `begun` also finds what begins so."""

    text: str
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """A beginning of words: expan*."""

    text: str


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A word with letters left open: fer?y, *gesellschaft; ? is one letter, * any number of them."""

    text: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word that may be spelled otherwise by `distance` letters: expansoin~."""

    text: str
    distance: int = 1


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words next to one another in this order; with `near`, within so many words, in any order.

    Of one that is only `begun` the last word is the beginning of one.
    """

    text: str
    near: int = 0
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """What must stand in one field: outlet, title, author or section."""

    name: str
    child: "Node"


@dataclass(frozen=True, slots=True)
class OfOutlet:
    """Articles of the outlet that is called so, letter by letter: outlet:="The Times"."""

    name: str


@dataclass(frozen=True, slots=True)
class Dated:
    """Days from `first` to `last`, as ISO 8601 with what was said; empty is open.

    Both are inclusive, except that "<2001" stands for before 2001 and ">2001" for after it.
    """

    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be there."""

    child: "Node"


@dataclass(frozen=True, slots=True)
class All:
    """All of these."""

    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of these."""

    children: tuple["Node", ...]


Node = Nothing | Word | Prefix | Wildcard | Fuzzy | Phrase | Field | OfOutlet | Dated | Not | All | Any
Leaf = Word | Prefix | Wildcard | Fuzzy | Phrase


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query as it was read, and what was not understood or completed, in plain sentences.

    `meant` is the query with the fields that it may have meant in place of those that there are not; "" if it has none.
    """

    tree: Node
    notices: tuple[str, ...] = ()
    meant: str = ""


def leaves(tree: Node, *, fields: bool = False) -> Iterator[Leaf]:
    """Yield the words and phrases looked for in the text, in order; with `fields`, also those in fields."""
    if isinstance(tree, Leaf):
        yield tree
    elif isinstance(tree, All | Any):
        for child in tree.children:
            yield from leaves(child, fields=fields)
    elif isinstance(tree, Field) and fields:
        yield from leaves(tree.child, fields=fields)


def without_filter(tree: Node, field: str) -> Node | None:
    """Return what a query says beside its filter of a field, "outlet" or "date"; None for nothing else.

    That is what another filter of the field, chosen in its place, is put beside.
    """
    children = tree.children if isinstance(tree, All) else (tree,)
    kept = tuple(child for child in children if not _filters(child, field))
    if len(kept) == len(children):
        return tree
    return All(kept) if kept else None


def _filters(node: Node, field: str) -> bool:
    match node:
        case OfOutlet():
            return field == "outlet"
        case Field(name, _):
            return field == name
        case Dated(first, last):
            return field == "date" and not first.startswith(">") and not last.startswith("<")
    return False


def is_begun(tree: Node) -> bool:
    """Tell whether the last word of a query is only begun."""
    while isinstance(tree, All | Any | Field):
        tree = tree.child if isinstance(tree, Field) else tree.children[-1]
    return isinstance(tree, Word | Phrase) and tree.begun
