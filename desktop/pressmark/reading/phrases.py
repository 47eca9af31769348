"""The phrases by which the furniture of a page is known, each with what it is."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pressmark.reading.wordlists import lines_of_list
from pressmark.values import Reason

# No line of more characters is looked at: furniture is short.
LONGEST = 1_200
# Characters of a phrase that are shown.
SHOWN = 60

_HEADING = re.compile(
    r"\[(?P<reason>\w+)\] at-most=(?P<most>\d+) where=(?P<where>\w+) effect=(?P<effect>\w+)"
)
_AROUND = " \t|•·»«>*-–—:.,"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase says of its line.

    `strong`: the line is furniture even in the midst of the article. `closes`: what follows is no longer the
    article (a list of other stories, the readers' comments).
    """

    reason: Reason
    words: str
    strong: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class _Section:
    """Phrases of one kind in one expression; `most` words a line may have to be looked at."""

    reason: Reason
    most: int
    whole: bool
    anywhere: bool
    strong: bool
    closes: bool
    pattern: re.Pattern[str]


@lru_cache(maxsize=8192)
def phrase_of(text: str, words: int) -> Phrase | None:
    """Return what the line's words say it is, or None; the first section of the list that fits counts."""
    if len(text) > LONGEST:
        return None
    plain = text.replace("\xa0", " ").replace("’", "'").lower().strip(_AROUND)
    for section in _sections():
        if words > section.most:
            continue
        match = _match(section, plain)
        if match:
            return Phrase(section.reason, _shown(match[0]), section.strong, section.closes)
    return None


def _match(section: _Section, plain: str) -> re.Match[str] | None:
    if section.anywhere:
        return section.pattern.search(plain)
    return section.pattern.fullmatch(plain.rstrip("!? ")) if section.whole else section.pattern.match(plain)


@cache
def _sections() -> tuple[_Section, ...]:
    """Read the list of phrases; sections in its order."""
    found: list[tuple[re.Match[str], list[str]]] = []
    for line in lines_of_list("phrases.txt"):
        heading = _HEADING.fullmatch(line)
        if heading:
            found.append((heading, []))
        else:
            found[-1][1].append(line)
    return tuple(_section(heading, patterns) for heading, patterns in found)


def _section(heading: re.Match[str], patterns: list[str]) -> _Section:
    effect, where = heading["effect"], heading["where"]
    return _Section(
        Reason[heading["reason"]],
        int(heading["most"]),
        where == "whole",
        where == "anywhere",
        effect != "weak",
        effect == "closes",
        re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.DOTALL),
    )


def _shown(matched: str) -> str:
    matched = matched.strip()
    return matched if len(matched) <= SHOWN else matched[: SHOWN - 3].rstrip() + "..."
