"""The query language: any text in, a tree and notices out; no text is an error."""

import re
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from pressmark.search.query_dates import dated
from pressmark.search.query_text import QUOTES
from pressmark.search.query_tree import (
    All,
    Any,
    Field,
    Fuzzy,
    Node,
    Not,
    Nothing,
    OfOutlet,
    ParsedQuery,
    Phrase,
    Prefix,
    Wildcard,
    Word,
)
from pressmark.words import raw_words

FIELDS = ("outlet", "title", "author", "section")
DATES = ("date", "before", "after")
MOST_WORDS = 128
"""Words of a query that are read: more is a pasted text, and costs time for nothing."""
DEEPEST = 30
"""Parentheses within one another that are read as such."""
MOST_DISTANCE = 2
FARTHEST = 99
FEWEST_LETTERS = 2
"""Letters that a word with wildcards has at least."""

_piece = re.compile(rf"[{QUOTES}]|\(|\)|[^\s(){QUOTES}]+")
_exact_value = re.compile(r'"((?:[^"]|"")*)("|$)')
_field = re.compile(r"(-?)([^\W\d_][\w]*):(.*)", re.DOTALL)
_fuzzy = re.compile(r"(.+?)~([0-9]*)$", re.DOTALL)
_wildcard = re.compile(r"(?<=[^\W_])(?:\*|\?+(?=[\w*]))|^[*?]+(?=\w)", re.DOTALL)
"""A wildcard inside or before a word, or a star after it."""
_beginning = re.compile(r"[^*?]+\*+")
_between_marks = re.compile(r"\?[^\W_]+\?")  # quotation marks that an encoding lost: ?slip?
_around = re.compile(r"^[^\w?*]+|[^\w?*]+$")
_nearness = re.compile(r"~([0-9]*)(?=[\s()]|$)")
_CONNECTIVES = ("OR", "NOT", "AND")
_NO_FIELD = {"http", "https", "ftp", "mailto", "re", "fwd"}
"""What may stand before a colon without being meant as a field."""

UNCLOSED_QUOTE = "Nothing closed the quotation mark: read as if it were closed at the end."
UNCLOSED_GROUP = "Nothing closed the parenthesis: read as if it were closed at the end."
STRAY_GROUP = "A closing parenthesis had no opening one: left out."
EMPTY_GROUP = "There was nothing between the parentheses: left out."
EMPTY_QUOTE = "There was nothing between the quotation marks: left out."
LONE_OR = "OR needs a word on both sides: left out."
LONE_NOT = "Nothing followed the minus or NOT: left out."
LONE_STAR = "A * needs letters beside it: left out."
TOO_OPEN = f"A word with * or ? needs {FEWEST_LETTERS} letters: left out."
IN_QUOTES = "A * or ? within quotation marks was left out: the words are looked for as they are."
TOO_DEEP = "Too many parentheses within one another: the innermost were left out."
TOO_LONG = f"Only the first {MOST_WORDS} words were searched."


def parse(text: str, *, typing: bool = False) -> ParsedQuery:
    """Read a query; every text is one.

    With `typing` the caret stands behind it, and what is only begun there is read as what it is going to be: a word or
    the last word of an open quotation as a beginning, a date:20 as the years that begin so, an outlet: as nothing yet.
    """
    parser = _Parser(text, typing)
    tree = parser.group(0)
    while parser.more():
        parser.note(STRAY_GROUP)
        parser.skip()
        tree = _all(_children(tree) + _children(parser.group(0)))
    return ParsedQuery(tree, tuple(dict.fromkeys(parser.notices)), parser.meant)


@dataclass(slots=True)
class _Row:
    """A group being read: its members, each a row of alternatives, and what is still open."""

    members: list[list[Node]] = field(default_factory=list)
    negative: bool = False
    joined: bool = False

    def add(self, node: Node) -> None:
        if self.negative:
            node = Not(replace(node, begun=False) if isinstance(node, Word | Phrase) else node)
            self.negative = False
        if self.joined:
            self.members[-1].append(node)
            self.joined = False
        else:
            self.members.append([node])


class _Parser:
    """Reads a query from left to right; a method reads one thing and leaves `_at` after it."""

    def __init__(self, text: str, typing: bool) -> None:
        self._text, self._typing = text, typing
        self._at = 0
        self._words = 0
        self.notices: list[str] = []
        self.meant = ""

    def note(self, notice: str) -> None:
        self.notices.append(notice)

    def _at_the_caret(self) -> bool:
        """Tell whether what was read last may be only begun."""
        return self._typing and self._at == len(self._text)

    def _note_unfinished(self, notice: str) -> None:
        """Note what is missing, unless it may be typed yet."""
        if not self._at_the_caret():
            self.note(notice)

    def more(self) -> bool:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at < len(self._text)

    def skip(self) -> None:
        self._at += 1

    def group(self, depth: int) -> Node:
        """Read up to the closing parenthesis, which is left, or the end."""
        row = _Row()
        while self.more():
            match = _piece.match(self._text, self._at)
            assert match
            piece = match[0]
            if piece == ")":
                break
            if self._words >= MOST_WORDS:
                self.note(TOO_LONG)
                self._at = len(self._text)
                break
            self._at = match.end()
            self._piece(row, piece, depth)
        self._finish(row)
        return _all([_any(member) for member in row.members])

    def _finish(self, row: _Row) -> None:
        if row.negative:
            self._note_unfinished(LONE_NOT)
        if row.joined:
            self._note_unfinished(LONE_OR)

    def _piece(self, row: _Row, piece: str, depth: int) -> None:
        if piece == "OR":
            self._or(row)
        elif piece == "NOT":
            row.negative = True
        elif piece == "AND":
            return
        else:
            node = self._item(piece, depth, row)
            if node is not None:
                row.add(node)

    def _or(self, row: _Row) -> None:
        if not row.members or row.joined or row.negative:
            self.note(LONE_OR)
        else:
            row.joined = True

    def _item(self, piece: str, depth: int, row: _Row) -> Node | None:
        if piece == "(":
            return self._parenthesis(depth)
        if piece in QUOTES:
            return self._quotation()
        if piece.startswith("-"):
            return self._minus(piece, depth, row)
        match = _field.match(piece)
        if match and not match[1]:
            return self._named(match[2], match[3], piece, depth)
        return self._word(piece)

    def _minus(self, piece: str, depth: int, row: _Row) -> Node | None:
        rest = piece.lstrip("-")
        if not rest:
            if self._text[self._at : self._at + 1] in tuple(QUOTES + "("):
                row.negative = True
            else:
                self._note_unfinished(LONE_NOT)
            return None
        row.negative = True
        node = self._item(rest, depth, row)
        if node is None:
            row.negative = False
        return node

    def _parenthesis(self, depth: int) -> Node | None:
        if depth >= DEEPEST:
            self.note(TOO_DEEP)
            return None
        tree = self.group(depth + 1)
        if self.more():
            self.skip()
        else:
            self._note_unfinished(UNCLOSED_GROUP)
        if isinstance(tree, Nothing):
            self._note_unfinished(EMPTY_GROUP)
            return None
        return tree

    def _quotation(self) -> Node | None:
        start, begun = self._at, False
        end = next((at for at in range(start, len(self._text)) if self._text[at] in QUOTES), -1)
        if end < 0:
            end = self._at = len(self._text)
            self._note_unfinished(UNCLOSED_QUOTE)
            begun = self._typing and self._text[-1:].isalnum()
        else:
            self._at = end + 1
        words = raw_words(self._text[start:end])
        if _wildcard.search(self._text[start:end].rstrip()):
            self.note(IN_QUOTES)
        if not words:
            self._note_unfinished(EMPTY_QUOTE)
            return None
        self._words += len(words)
        if len(words) > MOST_WORDS:
            self.note(TOO_LONG)
        match = _nearness.match(self._text, self._at)
        near = 0
        if match:
            self._at = match.end()
            near = min(int(match[1][:3] or 5), FARTHEST)
        return Phrase(" ".join(words[:MOST_WORDS]), near, begun)

    def _named(self, name: str, value: str, piece: str, depth: int) -> Node | None:
        """Read name:value; a name that is no field is read as words."""
        lower = name.lower()
        if lower in FIELDS:
            return self._in_field(lower, value, depth)
        if lower in DATES:
            return self._dated(lower, value or self._quoted_value())
        if value and value[0].isalnum() and lower not in _NO_FIELD and len(name) > 1:
            near = get_close_matches(lower, (*FIELDS, *DATES), n=1, cutoff=0.75)
            known = f" ({near[0]}: is one)" if near else ""
            if near:
                self.meant = (self.meant or self._text).replace(f"{name}:", f"{near[0]}:")
            self.note(f'There is no field "{name}"{known}: searched as words.')
            return self._words_of(f"{name} {value}")
        return self._words_of(piece)

    def _in_field(self, name: str, value: str, depth: int) -> Node | None:
        if name == "outlet" and value.startswith("="):
            return self._of_outlet(value[1:])
        if value:
            child = self._word(value)
        else:
            following = self._text[self._at : self._at + 1]
            if following and following in QUOTES:
                self.skip()
                child = self._quotation()
            elif following == "(":
                self.skip()
                child = self._parenthesis(depth)
            else:
                child = None
        if child is None:
            self._note_unfinished(f"Nothing stood after {name}: so it was left out.")
            return None
        return Field(name, child)

    def _of_outlet(self, name: str) -> Node | None:
        """Read what stands after outlet:= as a whole; a quotation mark inside is written twice."""
        match = None if name else _exact_value.match(self._text, self._at)
        if match:
            self._at = match.end()
            if not match[2]:
                self._note_unfinished(UNCLOSED_QUOTE)
            name = match[1].replace('""', '"').strip()
        if not name:
            self._note_unfinished("Nothing stood after outlet:= so it was left out.")
            return None
        return OfOutlet(name)

    def _quoted_value(self) -> str:
        following = self._text[self._at : self._at + 1]
        if not following or following not in QUOTES:
            return ""
        self.skip()
        phrase = self._quotation()
        return phrase.text if isinstance(phrase, Phrase) else ""

    def _dated(self, name: str, value: str) -> Node | None:
        if not value:
            self._note_unfinished(f"Nothing stood after {name}: so it was left out.")
            return None
        found = dated(name, value, begun=self._at_the_caret())
        if found is None and not self._at_the_caret():
            self.note(f'"{value}" is no date (2001, 2001-10, 2001-10-03 or 2001..2003): left out.')
        return found

    def _words_of(self, text: str) -> Node | None:
        nodes = [node for word in text.replace(":", " ").split() if (node := self._word(word)) is not None]
        return _all(nodes) if nodes else None

    def _word(self, piece: str) -> Node | None:
        """Read a plain word, a beginning or a word with another spelling."""
        if _between_marks.fullmatch(piece):
            piece = piece[1:]
        if _wildcard.search(piece) and not _beginning.fullmatch(piece):
            return self._open_word(piece)
        if "?" in piece:
            self._question_mark(raw_words(piece))
        fuzzy = _fuzzy.match(piece)
        star = piece.endswith("*")
        bare = fuzzy[1] if fuzzy else piece.rstrip("*")
        words = raw_words(bare)
        if not words:
            if star:
                self.note(LONE_STAR)
            return None
        self._words += len(words)
        text = bare if len(words) == 1 else " ".join(words[:MOST_WORDS])
        if len(words) > 1:
            return self._run(text, piece)
        text = words[0]
        if fuzzy:
            return Fuzzy(text, min(max(int(fuzzy[2][:2] or 1), 1), MOST_DISTANCE))
        if star:
            return Prefix(text)
        if text in _CONNECTIVES:
            return Phrase(text)
        return Word(text, begun=self._at_the_caret() and piece[-1].isalnum())

    def _open_word(self, piece: str) -> Node | None:
        """Read a word with letters left open; what is no single word, or has hardly a letter, is read without."""
        pattern = _pattern_in(piece)
        letters = [part for part in re.split(r"[?*]+", pattern) if part]
        if any(raw_words(part) != [part] for part in letters):
            self.note(f'The wildcards in "{piece}" were left out: they work in single words.')
            return self._words_of(re.sub(r"[?*]", " ", piece))
        if sum(len(part) for part in letters) < FEWEST_LETTERS:
            self.note(LONE_STAR if not letters else TOO_OPEN)
            return None
        self._words += 1
        return Prefix(raw_words(letters[0])[0]) if _beginning.fullmatch(pattern) else Wildcard(pattern)

    def _question_mark(self, words: list[str]) -> None:
        """Say that a question mark after a word is none of a pattern: questions end so."""
        if words:
            self.note(
                f'The ? after "{words[-1]}" was read as punctuation: {words[-1]}?* leaves letters open.'
            )

    def _run(self, text: str, piece: str) -> Node:
        """Words that stand together without a space are a phrase: bbc.co.uk, 10:30, a run of Chinese."""
        if piece.endswith("*"):
            self.note(f'The * after "{text}" was left out: it works on single words.')
        return Phrase(text)


def _pattern_in(piece: str) -> str:
    """Return a word with wildcards without what stands around it, and without a tilde."""
    bare = _around.sub("", _fuzzy.sub(r"\1", piece))
    return bare if bare == piece else _pattern_in(bare)


def _children(tree: Node) -> list[Node]:
    if isinstance(tree, All):
        return list(tree.children)
    return [] if isinstance(tree, Nothing) else [tree]


def _all(nodes: list[Node]) -> Node:
    """Put nodes together; an All within an All is one All."""
    flat = [child for node in nodes for child in _children(node)]
    if not flat:
        return Nothing()
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def _any(nodes: list[Node]) -> Node:
    flat = [child for node in nodes for child in (node.children if isinstance(node, Any) else (node,))]
    return flat[0] if len(flat) == 1 else Any(tuple(flat))
