"""How a page names its site beside saying so: after its headline ("Headline | The Herald"), and in its addresses."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from pressmark.reading.repeats import key
from pressmark.reading.word_lists import lines_of_list

# Lines at the head of a page among which its title stands, and among which its headline does.
HEAD, LINES = 60, 150
# Characters by which the same headline may differ in length: marks and blanks.
SLACK = 8
# A page spells its own name in its first lines; one further down may be that of whoever is reported on or advertises
# (measured on 854 pages: of the names confirmed by an address all 9 in the first lines are the site's own, 11 of 14
# others), so that it takes several pages to believe it.
NAME_HEAD = 6
# Words of a headline at least, and of a name at most; characters of a name.
HEADLINE_WORDS, NAME_WORDS, NAME_LENGTH = 3, 5, 40
# Titles of one page that are looked at.
MOST_TITLES = 4
# Letters of an address's label: shorter ones ("co", "uk", "com") say nothing.
LABEL_LENGTH = 4
LOOKED_AT = 400

_TITLE = re.compile(r"^\s*(?P<front>\S.*\S)\s+(?:\||-|–|—|·|»|«)\s+(?P<name>\S[^|»«·]*?)\s*$")
_ADDRESS = re.compile(r"(?:https?://|www\.|[\w.+-]+@)(?P<host>[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|le|la|les|el|il|der|die|das|de|het|o)\s+|^l['’]", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W_]+")


def titles(lines: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Return names that stand after a headline which the page also has as a line of its own, with its key."""
    found: dict[tuple[str, int], None] = {}
    for line in lines[:HEAD]:
        match = _TITLE.match(line[:LOOKED_AT]) if len(line) <= LOOKED_AT else None
        if match is None or len(match["front"].split()) < HEADLINE_WORDS or not _may_name(match["name"]):
            continue
        front = key(match["front"])
        if front is not None and _stands_alone(match["front"], front, lines):
            found[match["name"], front] = None
    return tuple(found)[:MOST_TITLES]


def _stands_alone(front: str, wanted: int, lines: Sequence[str]) -> bool:
    """Tell whether a page has a headline as a line of its own; only lines as long as it are looked at."""
    length = len(front)
    return any(abs(len(line) - length) <= SLACK and key(line) == wanted for line in lines[:LINES])


def addressed(lines: Sequence[str]) -> tuple[str, int, str] | None:
    """Return the name that a line spells and an address of the page confirms: (name, line number, host).

    None where no line does, or the addresses confirm several names.
    """
    labels = _labels(lines)
    found: dict[str, tuple[str, int, str]] = {}
    for number, line in enumerate(lines) if labels else ():
        text = line.strip()
        if not _may_name(text):
            continue
        bare = fold(_ARTICLE.sub("", text))
        for folded in {fold(text), bare} & labels.keys():
            found.setdefault(bare, (text, number, labels[folded]))
    return next(iter(found.values())) if len(found) == 1 else None


def fold(name: str) -> str:
    """Return the letters and figures of a name, without case and accents, as an address has them."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name.casefold())
        if not unicodedata.combining(letter)
    )
    return "".join(_LETTERS.findall(bare))


def _may_name(text: str) -> bool:
    """Tell whether a few words can be the name of an outlet."""
    if not 2 < len(text) <= NAME_LENGTH or len(text.split()) > NAME_WORDS:
        return False
    if any(letter.isdigit() for letter in text) or text[-1] in ".!?:;,…" or "@" in text or "/" in text:
        return False
    return text[0].isalpha() and not text[0].islower() and text.casefold() not in _sections()


def _labels(lines: Sequence[str]) -> dict[str, str]:
    """Return the labels of the hosts in the page's addresses, folded, with one such host."""
    found: dict[str, str] = {}
    for line in lines:
        if "@" not in line and "www." not in line and "://" not in line:
            continue
        for match in _ADDRESS.finditer(line[:LOOKED_AT]):
            host = match["host"].casefold()
            for label in host.split(".")[:-1]:
                folded = fold(label)
                if len(folded) >= LABEL_LENGTH and folded not in _third_parties():
                    found.setdefault(folded, host)
    return found


@cache
def _sections() -> frozenset[str]:
    return frozenset(name.casefold() for name in lines_of_list("sections.txt"))


@cache
def _third_parties() -> frozenset[str]:
    return frozenset(lines_of_list("third-parties.txt"))
