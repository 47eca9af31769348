"""What a page tells machines as JSON-LD (schema.org): its objects, and what stands in them."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

ARTICLES: Final = re.compile(r"article|posting|report|review", re.IGNORECASE)
MOST_OBJECTS: Final = 500


def objects(source: str | None) -> list[dict[str, Any]]:
    """Return the objects of a piece of JSON-LD, those of a graph and of its lists too; none where it is broken."""
    try:
        told = json.loads((source or "").strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, Any]] = []
    todo = [told]
    while todo and len(found) < MOST_OBJECTS:
        one = todo.pop(0)
        if isinstance(one, list):
            todo += one
        elif isinstance(one, dict):
            found.append(one)
            todo += [
                one[name]
                for name in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(one.get(name), list | dict)
            ]
    return found


def body_of(parser: LexborHTMLParser) -> list[str]:
    """Return the paragraphs of the article that a page tells only machines; none where it tells none."""
    for node in parser.css('script[type*="ld+json"]'):
        for one in objects(node.text()):
            if is_article(one) and (body := text_of(one.get("articleBody"))).strip():
                plain = LexborHTMLParser(body).text() if "<" in body else body
                return [" ".join(line.split()) for line in plain.splitlines() if line.strip()]
    return []


def is_article(one: dict[str, Any]) -> bool:
    """Tell whether an object stands for an article."""
    kinds = one.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and ARTICLES.search(name) for name in names)


def persons(told: object) -> Iterator[str]:
    """Yield the names of the persons among authors."""
    for one in told if isinstance(told, list) else [told]:
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict) and one.get("@type", "Person") in ("Person", ["Person"]):
            if isinstance(one.get("name"), list):
                yield from (name for name in one["name"] if isinstance(name, str))
            else:
                yield text_of(one.get("name"))


def text_of(value: object) -> str:
    """Return a JSON value as text: of a list the first, of an object its value or name."""
    if isinstance(value, list):
        return text_of(value[0]) if value else ""
    if isinstance(value, dict):
        return text_of(value.get("@value") or value.get("name"))
    return value if isinstance(value, str) else ""
