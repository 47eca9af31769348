"""The phrases by which the furniture of a page is known, each with what it is."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pressmark.reading.word_lists import lines_of_list
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
class TellingPhrase:
    """What a phrase says of its line.

    `sure`: the line is furniture whatever else is known of it. `strong`: it is furniture even in the midst of the
    article. `closes`: what follows is no longer the article (a list of other stories, the readers' comments).
    """

    reason: Reason
    words: str
    strong: bool
    closes: bool
    sure: bool = False


@dataclass(frozen=True, slots=True)
class _Section:
    """Phrases of one kind in one expression; `most` words a line may have to be looked at."""

    reason: Reason
    most: int
    whole: bool
    anywhere: bool
    strong: bool
    closes: bool
    sure: bool
    pattern: re.Pattern[str]


@lru_cache(maxsize=8192)
def phrase_of(text: str, words: int) -> TellingPhrase | None:
    """Return what the line's words say it is, or None; the first section of the list that fits counts."""
    if len(text) > LONGEST:
        return None
    plain = text.replace("\xa0", " ").replace("’", "'").lower().strip(_AROUND)
    bare = plain.rstrip("!? ")
    telling = any(map(_is_telling, plain.split()))
    for section in _sections():
        if words > section.most:
            continue
        if section.anywhere:
            match = section.pattern.search(plain) if telling else None
        else:
            match = section.pattern.fullmatch(bare) if section.whole else section.pattern.match(plain)
        if match:
            return TellingPhrase(
                section.reason, _shown(match[0]), section.strong, section.closes, section.sure
            )
    return None


@lru_cache(maxsize=1 << 14)
def _is_telling(word: str) -> bool:
    """Tell whether a phrase that may stand anywhere can stand around this word; few words are such."""
    return bool(_telling().search(word))


@cache
def _telling() -> re.Pattern[str]:
    words = {word for _, lines in _listed() for line in lines for word in _halves(line)[0].split()}
    return re.compile("|".join(sorted(words)))


@cache
def _sections() -> tuple[_Section, ...]:
    return tuple(_section(heading, lines) for heading, lines in _listed())


def _listed() -> list[tuple[re.Match[str], list[str]]]:
    """Read the list of phrases: the heading and the lines of each section, in its order."""
    found: list[tuple[re.Match[str], list[str]]] = []
    for line in lines_of_list("phrases.txt"):
        heading = _HEADING.fullmatch(line)
        if heading:
            found.append((heading, []))
        else:
            found[-1][1].append(line)
    return found


def _section(heading: re.Match[str], lines: list[str]) -> _Section:
    effect, where = heading["effect"], heading["where"]
    return _Section(
        Reason[heading["reason"]],
        int(heading["most"]),
        where == "whole",
        where == "anywhere",
        effect != "weak",
        effect == "closes",
        effect == "sure",
        re.compile("|".join(f"(?:{_halves(line)[1]})" for line in lines), re.DOTALL),
    )


def _halves(line: str) -> tuple[str, str]:
    """Return the telling words of a line of the list, if it names such, and its pattern."""
    words, _, pattern = line.rpartition(" :: ")
    return words, pattern


def _shown(matched: str) -> str:
    matched = matched.strip()
    return matched if len(matched) <= SHOWN else matched[: SHOWN - 3].rstrip() + "..."
