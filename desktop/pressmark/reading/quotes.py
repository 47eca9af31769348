"""What stands between quotation marks."""

import re

from pressmark.values import Span

KIND = "quotation"

# Opening mark -> the marks that may close it.
_PAIRS = {
    '"': '"',
    "“": '”“"',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    "「": "」",
    "『": "』",
    "《": "》",
    "''": "''",
    "``": "''",
}
_MARK = re.compile(r"''|``|[\"“”„«»‘’‚‹›「」『』《》\n]")


def quotations(text: str) -> tuple[Span, ...]:
    """Return the spans between quotation marks, without the marks, in order and never one inside another.

    Paragraphs (lines of `text`) are never paired across; an apostrophe never opens; a quotation that is not
    closed runs to the end of its paragraph.
    """
    spans: list[Span] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text):
        mark = match[0]
        if opened is None:
            if _opens(text, match.start(), match.end(), mark):
                opened = (match.end(), _PAIRS[mark])
        elif mark == "\n" or (mark in opened[1] and _closes(text, match.start(), match.end(), mark)):
            _add(spans, text, opened[0], match.start())
            opened = None
    if opened is not None:
        _add(spans, text, opened[0], len(text))
    return tuple(spans)


def _opens(text: str, start: int, end: int, mark: str) -> bool:
    """Tell whether the mark can open a quotation where it stands."""
    if mark not in _PAIRS:
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    if not after or (after.isspace() and mark not in "«‹"):
        return False
    if mark in "‘‚''" or mark == '"':
        return not before.isalnum()
    if mark == "»":
        return not before.isalnum() and before not in ".!?,…"
    return True


def _closes(text: str, start: int, end: int, mark: str) -> bool:
    """An apostrophe inside a word ("don’t") closes nothing; neither does a straight mark before a word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if mark in ("’", "‘"):
        return not (before.isalnum() and after.isalnum())
    return not (mark == '"' and before.isspace() and after.isalnum())


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    if end > start and any(character.isalnum() for character in text[start : min(end, start + 200)]):
        spans.append(Span(start, end, KIND))
