"""The sentence that says why two passages are related, from what they share."""

from collections.abc import Sequence
from itertools import pairwise

from pressmark.counting import count
from pressmark.relate.align import Alignment
from pressmark.relate.relation_kinds import LEAST_WEIGHT
from pressmark.relate.shared_marks import looks_same, same_letters
from pressmark.relate.weighed_words import WeighedWord, WeighedWords

MOST_NAMED = 4  # shared words a sentence names
MOST_DIFFERENCES = 3
LONGEST_QUOTED = 70  # characters of a text that are quoted in a sentence
Disagreement = tuple[Sequence[str], Sequence[str]] | None  # figures of each side that the other lacks
BLANKS = frozenset({" ", "-", "\u00a0"})
PARTICLES = frozenset({"al", "bin", "da", "de", "del", "der", "di", "du", "la", "le", "van", "von"})


def of_wording(here: WeighedWords, there: WeighedWords, alignment: Alignment) -> str:
    """Say how many words are the same, what differs, and which names stand in both passages besides."""
    same, length = alignment.same, alignment.length
    spelled = spelled_otherwise(here, there, alignment)
    clauses = differences(here, there, alignment)
    if same == length and not spelled:
        sentence = f"{same} words in a row are the same"
    else:
        sentence = f"{same} of {length} words in the same order"
    if spelled:
        clauses.insert(0, f"spelled differently: {_list(spelled[:MOST_NAMED])}")
    names = [
        phrase for phrase, places in _phrases(here, there, names_only=True)
        if not any(alignment.there[0] <= place < alignment.there[1] for place in places)
    ]  # fmt: skip
    return (
        "; ".join([sentence, *clauses]) + "." + (f" Both name {_list(names[:3], ' and ')}." if names else "")
    )


def of_pull_quote(here: WeighedWords, there: WeighedWords, alignment: Alignment, *, pulled_here: bool) -> str:
    """Say what a pull quote changes of the passage it is drawn from."""
    left_out, changed = [], []
    for own, other in _gaps(here, there, alignment):
        full, pulled = (other, own) if pulled_here else (own, other)
        if full and pulled:
            changed.append(f"“{pulled}” for “{full}”")
        elif full:
            left_out.append(f"“{full}”")
        else:
            changed.append(f"“{pulled}” besides")
    clauses = ([f"leaves out {_list(left_out)}"] if left_out else []) + (
        [f"has {_list(changed)}"] if changed else []
    )
    if not clauses:
        return f"The pull quote repeats {alignment.same} words in a row."
    return f"The pull quote {' and '.join(clauses)}."


def of_fact(here: WeighedWords, there: WeighedWords, disagree: Disagreement) -> str:
    """Name what two passages share."""
    return f"Both: {_list(shared_words(here, there))}.{_figures(disagree)}"


def of_event(
    here: WeighedWords, there: WeighedWords, days: int | None, alike: float, disagree: Disagreement
) -> str:
    """Say how near the two articles are, and name what the passages share."""
    share = f"{round(alike * 100)} % alike"
    if days is None:
        articles = f"Articles {share}"
    elif days == 0:
        articles = f"Articles of the same day, {share}"
    else:
        articles = f"Articles {count(days, 'day')} apart, {share}"
    return f"{articles}; both: {_list(shared_words(here, there))}.{_figures(disagree)}"


def _figures(disagree: Disagreement) -> str:
    if disagree is None:
        return ""
    return f" The figures differ: {_list(disagree[0][:MOST_NAMED])} here, {_list(disagree[1][:MOST_NAMED])} there."


def of_version(same: int, passages: int) -> str:
    """Say that the other article is another version of this one."""
    return f"Another version of this article: {same} of its {passages} passages are the same."


def shared_words(here: WeighedWords, there: WeighedWords) -> list[str]:
    """Return the words and names both passages have that tell most, as the other one prints them."""
    return [phrase for phrase, _ in _phrases(here, there, names_only=False)[:MOST_NAMED]]


def shared_places(here: WeighedWords, there: WeighedWords) -> list[tuple[int, int]]:
    """Return the places in the two passages of the words that `shared_words` names."""
    first: dict[int, int] = {}
    for place, word in enumerate(here.words):
        first.setdefault(word.stem, place)
    named = _phrases(here, there, names_only=False)[:MOST_NAMED]
    return sorted({(first[there.words[j].stem], j) for _, places in named for j in places})


def _phrases(here: WeighedWords, there: WeighedWords, *, names_only: bool) -> list[tuple[str, list[int]]]:
    """Return phrases of the other passage whose words this one has too, with their places, weightiest first."""
    own = {word.stem for word in here.words if not word.function}
    names = here.names | there.names
    seen: set[int] = set()
    places = []
    for place, word in enumerate(there.words):
        wanted = word.word in names if names_only else word.figure or word.weight >= LEAST_WEIGHT
        if word.stem in own and word.stem not in seen and not word.function and wanted:
            seen.add(word.stem)
            places.append(place)
    groups: list[list[int]] = []
    for place in places:
        if groups and _make_a_phrase(there, groups[-1][-1], place):
            groups[-1].append(place)
        else:
            groups.append([place])
    groups.sort(key=lambda group: (-sum(there.words[place].weight for place in group), group))
    return [(there.text[there.words[group[0]].start : there.words[group[-1]].end], group) for group in groups]


def _make_a_phrase(there: WeighedWords, one: int, two: int) -> bool:
    """Tell whether only a blank, a hyphen or the particle of a name stands between two words."""
    first, second = there.words[one], there.words[two]
    between = there.text[first.end : second.start]
    return between in BLANKS or (two == one + 2 and second.capital and between.strip().lower() in PARTICLES)


def spelled_otherwise(here: WeighedWords, there: WeighedWords, alignment: Alignment) -> list[str]:
    """Return the words that are the same but printed otherwise, as the other passage prints them."""
    found: dict[str, None] = {}
    for i, j in alignment.pairs():
        one, two = here.words[i], there.words[j]
        if not looks_same(here, one, there, two):
            found.setdefault(there.text[two.start : two.end])
    return list(found)


def differences(here: WeighedWords, there: WeighedWords, alignment: Alignment) -> list[str]:
    """Return what stands within the stretch on one side only, or otherwise, as clauses."""
    clauses = []
    for own, other in _gaps(here, there, alignment):
        if own and other:
            clauses.append(f"“{other}” there for “{own}”")
        elif own:
            clauses.append(f"“{own}” only here")
        else:
            clauses.append(f"“{other}” only there")
    return clauses[:MOST_DIFFERENCES]


def _gaps(here: WeighedWords, there: WeighedWords, alignment: Alignment) -> list[tuple[str, str]]:
    """Return what differs between the runs of a stretch, on both sides."""
    gaps = (
        (
            _text(here, here.words[one.here + one.length : two.here]),
            _text(there, there.words[one.there + one.length : two.there]),
        )
        for one, two in pairwise(alignment.runs)
    )
    return [(own, other) for own, other in gaps if not same_letters(own, other)]


def _text(wording: WeighedWords, words: Sequence[WeighedWord]) -> str:
    if not words:
        return ""
    text = " ".join(wording.text[words[0].start : words[-1].end].split())
    return text if len(text) <= LONGEST_QUOTED else text[:LONGEST_QUOTED].rsplit(" ", 1)[0] + " …"


def _list(items: Sequence[str], last: str = ", ") -> str:
    return last.join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)
