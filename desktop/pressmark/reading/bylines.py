"""Bylines: the lines that say who wrote it, and the names in them."""

import re
from functools import lru_cache

from pressmark.reading.months import ENGLISH_MONTHS

# A byline has at most so many characters.
LONGEST = 160

_WORD = (
    r"(?:[A-ZÀ-ÖØ-ÞŁŚŻА-ЯЁ][\w’'.-]*|[A-Z]\.|de|da|del|della|di|van|von|der|den|la|le|al|el|bin|ibn|ter|dos)"
)
_NAME = rf"{_WORD}(?: {_WORD}){{1,4}}"
_BY = re.compile(
    r"^\s*(?:(?:posted|written|reported|published|analysis|story|words|text|report)\s+)?"
    r"(?:by|von|par|por|di|door|av|af|автор|autor|author|from)\b\s*:?\s+(?P<who>\S.*)$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ’'-]+(?: [A-Z]\.)?(?: (?:de|van|von|der|bin|al))?(?: [A-ZÀ-ÖØ-Þ][\w’'-]+){1,2}"
)
_APART = re.compile(r"\s+[|·•/–—]\s+|\s*[|·•]\s*")
_CAPITAL = r"[^\W\d_a-zа-яё]"
_WHOLE_NAME = re.compile(
    rf"{_CAPITAL}[^\W\d_]+(?:[ -](?:{_CAPITAL}[^\W\d_]*\.?|de|van|von|der|bin|al)){{1,3}}"
)
_NAMES = re.compile(_NAME)
_STOP = re.compile(
    r"\s*[,|•·(—–]|\s+-\s|\s{2,}|\s+(?:in|on|for|at|of|with|updated|published|last|posted)\b|\d"
)
_AND = re.compile(r"\s*(?:,\s+|\band\b|&|\bund\b|\bet\b|\by\b)\s*")
_NOT_A_PERSON = re.compile(
    r"\b(?:staff|news|press|reporters?|correspondents?|editors?|agency|agencies|reuters|afp|ap|associated|bbc|cnn"
    rf"|times|post|today|desk|team|magazine|network|online|daily|service|{'|'.join(ENGLISH_MONTHS)}"
    r"|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def is_byline(text: str) -> bool:
    """Tell whether the line is a byline ("By Jane Doe", "BY OUR OWN CORRESPONDENT")."""
    if len(text) > LONGEST:
        return False
    match = _BY.match(text)
    if match is None:
        return False
    who = match["who"].strip()
    if not who[:1].isupper() or who.endswith(("?", "!")):
        return False
    return bool(_NAMES.match(who)) or who.isupper() or bool(_NOT_A_PERSON.search(who))


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of the persons in a byline."""
    match = _BY.match(text)
    if len(text) > LONGEST:
        return ()
    if match is None:
        return (text.strip(" .,:|·•-–—"),) if is_bare_name(text) else ()
    found: list[str] = []
    for part in _AND.split(match["who"].strip()):
        name = _STOP.split(part.strip(), maxsplit=1)[0].strip(" .,;:")
        if name.isupper():
            name = name.title()
        if _NAMES.fullmatch(name) and not _NOT_A_PERSON.search(name):
            found.append(name)
        elif found:
            break
    return tuple(dict.fromkeys(found))


def names_beside_date(text: str) -> tuple[str, ...]:
    """Return the names that a date line has beside its date, set apart by a mark: "3 May 2001 | Jane Doe"."""
    parts = [part.strip() for part in _APART.split(text)] if len(text) <= LONGEST else []
    found = [part for part in parts if _WHOLE_NAME.fullmatch(part) and not _NOT_A_PERSON.search(part)]
    return tuple(found) if len(parts) > 1 and len(found) == 1 else ()


def is_bare_name(text: str) -> bool:
    """Tell whether a line is a person's name and nothing else; only its place can say that it is a byline."""
    name = text.strip(" .,:|·•-–—")
    return len(name) <= 40 and bool(_BARE.fullmatch(name)) and not _NOT_A_PERSON.search(name)
