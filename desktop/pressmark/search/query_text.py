"""The text of a query, changed as a person would change it: the half-typed word, a filter, a selection."""

import re

QUOTES = '"“”„‟«»'
"""Whichever of these opens a quotation, any of them closes it."""
_bare_words = re.compile(rf"[^\s*?{QUOTES}]+")
_exact = re.compile(r'(?<![^\s(-])(?i:outlet):="(?:[^"]|"")*(?:"|$)')
_token = re.compile(rf"-?{_exact.pattern}|[{QUOTES}][^{QUOTES}]*(?:[{QUOTES}]|$)|[()]|\s|[^\s(){QUOTES}]+")


def narrowed(text: str, addition: str) -> str:
    """Return a query with a filter put before it, in place of an older one of the same field.

    What was typed stays as it is, also a quotation that is still open or a word that is half typed: it finds as many
    articles as were counted before.
    """
    field = addition[: addition.index(":")]
    return f"{addition} {widened(text, field)}"


def widened(text: str, field: str) -> str:
    """Return a query without its filter of a field, "outlet" or "date"; the rest stays as it is."""
    kept, part, depth = [], "", 0
    for piece in [*_token.findall(text), ""]:
        depth = max(0, depth + (piece == "(") - (piece == ")"))
        if piece and (depth or not piece.isspace()):
            part += piece
            continue
        if not part.lower().startswith(f"{field}:"):
            kept.append(part + piece)
        part = ""
    return "".join(kept).lstrip()


def as_phrase(text: str) -> str:
    """Return the query for these words next to one another, whatever marks are among them."""
    return '"' + " ".join(_bare_words.findall(text)) + '"'


def of_outlet(name: str) -> str:
    """Return the query for the articles of just this outlet, whatever quotation marks are in its name."""
    doubled = name.replace('"', '""')
    return f'outlet:="{doubled}"'
