"""A query's tree -> the query that reads so, and the same in plain words."""

from collections.abc import Mapping

from pressmark.counting import count
from pressmark.search.query_text import of_outlet
from pressmark.search.query_tree import (
    All,
    Any,
    Dated,
    Field,
    Fuzzy,
    Leaf,
    Node,
    Not,
    Nothing,
    OfOutlet,
    Phrase,
    Prefix,
    Wildcard,
    Word,
)


def unparse(tree: Node) -> str:
    """Return a query that parses to this tree."""
    if isinstance(tree, All):
        return " ".join(unparse(child) for child in tree.children)
    if isinstance(tree, Any):
        return " OR ".join(
            f"({unparse(child)})" if isinstance(child, All) else unparse(child) for child in tree.children
        )
    return _single(tree)


def _single(tree: Node) -> str:
    match tree:
        case Word(text) | Wildcard(text):
            return text
        case Prefix(text):
            return f"{text}*"
        case Fuzzy(text, distance):
            return f"{text}~{distance}"
        case Phrase(text, near):
            return f'"{text}"' + (f"~{near}" if near else "")
        case Field(name, child):
            single = isinstance(child, Leaf)
            return f"{name}:{unparse(child)}" if single else f"{name}:({unparse(child)})"
        case OfOutlet(name):
            return of_outlet(name)
        case Dated(first, last):
            return _dates(first, last)
        case Not(child):
            return f"-({unparse(child)})" if isinstance(child, All | Any | Not) else f"-{unparse(child)}"
    return ""


def _dates(first: str, last: str) -> str:
    if last.startswith("<"):
        return f"before:{last[1:]}"
    if first.startswith(">"):
        return f"after:{first[1:]}"
    return f"date:{first}" if first == last else f"date:{first}..{last}"


def filters_of(tree: Node) -> tuple[tuple[str, str], ...]:
    """Return the outlet and the days a query is narrowed to, as (field, words); the last of each field."""
    found: dict[str, str] = {}
    for child in tree.children if isinstance(tree, All) else (tree,):
        match child:
            case OfOutlet(name):
                found["outlet"] = name
            case Field("outlet", value):
                found["outlet"] = _part(value, {})
            case Dated(first, last) if not first.startswith(">") and not last.startswith("<"):
                found["date"] = _dated(first, last).removeprefix("dated ")
    return tuple(found.items())


def explain(tree: Node, also: Mapping[str, tuple[str, ...]] | None = None) -> str:
    """Say in plain words what is looked for; `also` gives for a word others of the archive that it finds."""
    known = also or {}
    if isinstance(tree, Nothing):
        return "Nothing to look for yet"
    if isinstance(tree, All):
        return "All of: " + ", ".join(_part(child, known) for child in tree.children)
    return _part(tree, known)


def _part(tree: Node, also: Mapping[str, tuple[str, ...]]) -> str:
    match tree:
        case Word(text, True):
            return f"{text}… (also words that begin so)"
        case Word(text):
            others = also.get(text, ())
            return f"{text} (also {', '.join(others)})" if others else text
        case Prefix(text):
            return f"words that begin with {text}"
        case Wildcard(text):
            others = also.get(text, ())
            fitting = f" ({', '.join(others)})" if others else ""
            return f"words that fit {text}, where ? is one letter and * any number{fitting}"
        case Fuzzy(text, distance):
            return f"words spelled like {text} (up to {count(distance, 'letter')} different)"
        case Phrase(text, _, True):
            return f"the words “{text}…” in this order"
        case Phrase(text, 0):
            return f"the words “{text}” in this order"
        case Phrase(text, near):
            return f"the words “{text}” within {count(near, 'word')}"
        case Field(name, child):
            return f"{name} with {_part(child, also)}"
        case OfOutlet(name):
            return f"the outlet “{name}”"
        case Dated(first, last):
            return _dated(first, last)
        case Not(child):
            return f"not {_part(child, also)}"
        case Any(children):
            return "any of (" + ", ".join(_part(child, also) for child in children) + ")"
        case All(children):
            return "all of (" + ", ".join(_part(child, also) for child in children) + ")"
    return ""


def _dated(first: str, last: str) -> str:
    if last.startswith("<"):
        return f"dated before {last[1:]}"
    if first.startswith(">"):
        return f"dated after {first[1:]}"
    if first == last:
        return f"dated {first}"
    if not first or not last:
        return f"dated {last} or earlier" if not first else f"dated {first} or later"
    return f"dated {first} to {last}"
