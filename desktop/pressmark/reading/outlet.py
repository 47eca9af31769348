"""Which outlet an article is from, and from what that is known; and the section it stood in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pressmark.reading.outlet_signs import NAME_HEAD, addressed, titles
from pressmark.reading.repeats import key
from pressmark.reading.word_lists import lines_of_list
from pressmark.values import MEMBER, Stated

# Lines at the head and foot of a page in which an outlet names itself.
HEAD, FOOT = 40, 40
# Lines among which one may say what the folder says; long menus may stand above it.
NAMED = 120
# Characters of a line that are looked at.
LOOKED_AT = 400

_SUPPORT = re.compile(r"^\s*Support (?P<name>(?:The )?[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,4})\s*[!.]?\s*$")
_NOT_RESPONSIBLE = re.compile(r"^\s*(?:The )?(?P<name>[A-Z][\w&'. -]{1,40}?) is not responsible for")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)|copyright))?[\s,]*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?[\s,]*(?:by\s+)?"
    r"(?P<name>(?:The )?[A-Z][\w&'-]*(?:\.com|\.co\.uk|\.org|\.net)?"
    r"(?: (?:of |and |& |the )?[A-Z][\w&'-]*){0,4})",
    re.IGNORECASE,
)
_SECTION = re.compile(r"^\s*you are (?:in|here)\b\s*:?\s*(?P<name>\S.{0,80})$", re.IGNORECASE)
_CORPORATE = re.compile(
    r"[\s,.]+(?:Inc|Ltd|LLC|Limited|Corp|Corporation|Company|Co|Group|plc|Media|GmbH|AG|All|Copyright)\b.*$"
)
_LETTERS = re.compile(r"[^\W_]+")
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "de", "la", "le", "der", "die", "das"])


@dataclass(frozen=True, slots=True)
class Signs:
    """What one page says of its outlet: each a name and its evidence, or None.

    `sure`: its masthead, or it speaks of itself by name. `likely`: an address or a copyright line, which may be
    another's. `names`: what stands after a headline, or is spelled as an address is, with a key that differs from page
    to page; proof only where the pages of a folder agree. `folder` is the top folder of the path that was looked at.
    """

    folder: str
    sure: tuple[str, str] | None
    likely: tuple[str, str] | None
    names: tuple[tuple[str, int], ...]


def signs(lines: Sequence[str], path: str, stated: Stated | None = None) -> Signs:
    """Look for all that a page says of its outlet; `stated` is what it tells machines."""
    folder = top_folder(path)
    sure = (
        ((known_outlet(stated.value), stated.where) if stated else None)
        or _masthead(lines)
        or _named_after_folder(lines, folder)
        or _self_named(lines, (_SUPPORT, "asks for support"), (_NOT_RESPONSIBLE, "disclaims"))
    )
    spelled = addressed(lines)
    likely = None if sure else _at_the_head(spelled) or _self_named(lines, (_COPYRIGHT, "copyright line"))
    names = titles(lines)
    if spelled is not None:
        names = (*names, (spelled[0], key(max(lines, key=len)) or 0))
    return Signs(folder, sure, likely, names)


def decide(said: Signs, agreed: tuple[str, str] | None = None) -> tuple[str, str]:
    """Return the outlet's name and the evidence for it; `agreed` is what the pages of its folder agree on."""
    found = said.sure or agreed or said.likely
    if found is not None:
        return found
    return (_pretty(said.folder), "folder name") if said.folder else ("", "")


def outlet(lines: Sequence[str], path: str, stated: Stated | None = None) -> tuple[str, str]:
    """Return the outlet's name and the evidence for it, from one page alone."""
    return decide(signs(lines, path, stated))


def section(lines: Sequence[str]) -> str:
    """Return the section that a page names ("You are in: World: Europe"), or nothing."""
    for line in lines[:HEAD]:
        match = _SECTION.match(line[:LOOKED_AT].replace("\xa0", " "))
        if match:
            return " ".join(match["name"].split())
    return ""


@cache
def known_outlets() -> dict[str, str]:
    """Outlets that go by a certain spelling: folded name -> the name as it is shown."""
    return {_fold(name): name for name in lines_of_list("outlets.txt")}


def known_outlet(name: str) -> str:
    """Return the name as it is shown where it is one that everyone knows, else as it is."""
    return known_outlets().get(_fold(name), name)


@cache
def _mastheads() -> re.Pattern[str]:
    names = sorted(lines_of_list("outlets.txt"), key=len, reverse=True)
    return re.compile(r"^\W*(?P<name>" + "|".join(map(re.escape, names)) + r")(?!\w)", re.IGNORECASE)


def _masthead(lines: Sequence[str]) -> tuple[str, str] | None:
    """The first lines open with the name of an outlet that everyone knows."""
    for number, line in enumerate(lines[:3]):
        match = _mastheads().match(line[:LOOKED_AT])
        if match and (
            line.strip() == match[0].strip() or (match["name"].isupper() and len(match["name"]) > 3)
        ):
            name = known_outlets()[_fold(match["name"])]
            return name, f'line {number + 1} opens with "{match["name"]}"'
    return None


def _at_the_head(spelled: tuple[str, int, str] | None) -> tuple[str, str] | None:
    """The first lines spell a name as an address of the page does."""
    if spelled is None or spelled[1] >= NAME_HEAD:
        return None
    name, number, host = spelled
    return known_outlet(name), f'line {number + 1} names it, as the address “{host}” does: "{name}"'


def _named_after_folder(lines: Sequence[str], folder: str) -> tuple[str, str] | None:
    """A line that says what the folder says: the outlet's own spelling."""
    wanted = _fold(folder)
    if len(wanted) < 2:
        return None
    for number, line in enumerate(lines[:NAMED]):
        text = line.strip()
        if 1 < len(text) <= 60 and _fold(text) == wanted:
            return known_outlets().get(
                wanted, text
            ), f'line {number + 1} names it, as the folder does: "{text}"'
    return None


def _self_named(lines: Sequence[str], *ways: tuple[re.Pattern[str], str]) -> tuple[str, str] | None:
    """The page asks for support, declines responsibility or claims copyright under a name."""
    count = len(lines)
    near = [*range(min(HEAD, count)), *range(max(min(HEAD, count), count - FOOT), count)]
    for pattern, what in ways:
        for number in near:
            match = pattern.search(lines[number][:LOOKED_AT])
            if match:
                name = _CORPORATE.sub("", match["name"]).strip(" .,-")
                if len(name) >= 3 and name[0].isupper():
                    return known_outlets().get(
                        _fold(name), name
                    ), f'line {number + 1}, {what}: "{match[0].strip()[:80]}"'
    return None


def top_folder(path: str) -> str:
    """Return the top folder of the path, unless it is a year or a number."""
    outer, _, inner = path.rpartition(MEMBER)
    if outer:  # a member: by the folders in its file, else by those around it
        path = inner if "/" in inner and "://" not in inner else outer.replace(MEMBER, "/")
    top = path.partition("/")[0] if "/" in path else ""
    return "" if not any(character.isalpha() for character in top) else top


def _pretty(folder: str) -> str:
    known = known_outlets().get(_fold(folder))
    if known:
        return known
    words = re.sub(r"[-_+.\s]+", " ", folder).strip().split(" ")
    if folder != folder.lower():
        return " ".join(words)
    return " ".join(
        word if word in _SMALL and number else word.capitalize() for number, word in enumerate(words)
    )


def _fold(name: str) -> str:
    folded = "".join(_LETTERS.findall(name.casefold()))
    return folded.removeprefix("the")
