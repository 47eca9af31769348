"""What two aligned passages are to each other: the same quotation, wording, fact or event, or nothing."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from pressmark.relate.align import Alignment, align
from pressmark.relate.candidates import Candidate
from pressmark.relate.weighed_words import WeighedWord, WeighedWords
from pressmark.values import RelationKind

# The figures of quotations and wordings are set by hand on the given reports of 23 events by three outlets each; `make
# bench` says under "related" what is found, and how much of what is shown is true. Those of facts and events: likelihood.
LEAST_WEIGHT = 3.0  # a word that tells less is no reason to relate anything
QUOTED_SHARE = 0.5  # of the words that are the same, on one side at least: pull quotes have no marks
QUOTATION_DENSITY = 0.6
QUOTATION_MASS, QUOTATION_WORDS, QUOTATION_TELLING = 30.0, 4, 20.0
LONG_RUN, LONG_RUN_WORDS, LONG_RUN_MASS = 7, 3, 22.0
PARTIAL_RUN, PARTIAL_MASS, PARTIAL_ALIKE, PARTIAL_ARTICLES = 4, 16.0, 0.2, 8
CLEAR_RUN = 8  # a run in which names tell as well: a formula with a title and a name is shorter
# The same wording.
WORDING_DENSITY, WORDING_COVER, WORDING_WORDS, WORDING_MASS, WORDING_RUN = 0.7, 0.6, 10, 25.0, 12
# The same fact or event: least probability, and likeness of the articles.
FACT, FACT_ALIKE = 0.6, 0.1
EVENT, EVENT_ALIKE, EVENT_DAYS = 0.2, 0.25, 7
_LOGIT_OF_EVENT = math.log(EVENT / (1 - EVENT))
# Below these a pair is not looked at: no quotation or wording can come of it.
FEWEST_SHARED, STRETCH_COSINE = 2, 0.15
SURE = frozenset({RelationKind.QUOTATION, RelationKind.WORDING})
SURE_BONUS = 0.3  # what a sure kind counts in the order within a passage


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a pair of passages shares.

    `mass` is what the same words of the stretch weigh, `telling` the part of it that is no name; `words` counts
    those that are neither names nor function words. `cover` is the share of the shorter passage in the stretch.
    """

    alignment: Alignment
    mass: float
    telling: float
    words: int
    names_mass: float
    density: float
    cover: float
    quoted_here: float
    quoted_there: float
    rarest: float
    shared: int
    named: bool
    figures: int
    figures_differ: bool


def is_hopeless(candidate: Candidate) -> bool:
    """Tell, before its words are looked at, that nothing can come of a candidate."""
    if candidate.shared < FEWEST_SHARED:
        return True
    if candidate.cosine >= STRETCH_COSINE and candidate.mass >= PARTIAL_MASS:
        return False
    return candidate.alike < FACT_ALIKE or _logit_at_most(candidate) < _LOGIT_OF_EVENT


def evidence(here: WeighedWords, there: WeighedWords) -> Evidence | None:
    """Return what two passages share, or None if nothing that tells."""
    alignment = align(here, there)
    if alignment is None:
        return None
    names = here.names | there.names
    pairs = [(here.words[i], there.words[j]) for i, j in alignment.pairs()]
    telling = [word for word, _ in pairs if not word.function and word.word not in names]
    both = [word for stem, word in here.by_stem.items() if stem in there.by_stem]
    same = alignment.same
    return Evidence(
        alignment=alignment,
        mass=sum(word.weight for word, _ in pairs),
        telling=sum(word.weight for word in telling),
        words=len(telling),
        names_mass=sum(word.weight for word in both if word.word in names),
        density=same / alignment.length,
        cover=same / max(1, min(len(here.words), len(there.words))),
        quoted_here=sum(word.quoted for word, _ in pairs) / same,
        quoted_there=sum(word.quoted for _, word in pairs) / same,
        rarest=max((word.weight for word in both), default=0.0),
        shared=sum(word.figure or word.weight >= LEAST_WEIGHT for word in both),
        named=any(word.word in names for word in both),
        figures=sum(word.figure for word in both),
        figures_differ=_figures_differ(here, there, alignment),
    )


def _figures_differ(here: WeighedWords, there: WeighedWords, alignment: Alignment) -> bool:
    """Tell whether each side has a figure in the stretch that the other lacks: a form filled in twice."""
    own, other = figures(here, alignment.here), figures(there, alignment.there)
    return bool(own - other) and bool(other - own)


def figures(wording: WeighedWords, places: tuple[int, int]) -> set[str]:
    """Return the figures among these words."""
    return {word.word for word in wording.words[slice(*places)] if word.figure}


def kind_of(
    found: Evidence,
    candidate: Candidate,
    words: int,
    near: bool,
    articles_with: Callable[[list[int]], int],
    run: list[WeighedWord],
) -> RelationKind | None:
    """Return what two passages are to each other; None where there is nothing to show.

    `near` tells whether the articles may be of the same days; `words` is the length of the shorter passage, and
    `articles_with` counts the similar articles that have all these stems in a passage: asked for `run`, the
    longest run of words that are the same.
    """
    if not found.figures_differ:
        if _is_quotation(found, candidate, articles_with, run):
            return RelationKind.QUOTATION
        if _is_wording(found):
            return RelationKind.WORDING
    if not _says_whom(found, candidate):
        return None
    probability = likelihood(found, candidate, words)
    if probability >= FACT and candidate.alike >= FACT_ALIKE:
        return RelationKind.FACT
    if probability >= EVENT and candidate.alike >= EVENT_ALIKE and near:
        return RelationKind.EVENT
    return None


def _says_whom(found: Evidence, candidate: Candidate) -> bool:
    """Tell whether two passages share enough to be about the same: a form filled in twice shares no name."""
    if found.named:
        return found.shared >= FEWEST_SHARED
    return found.shared > FEWEST_SHARED and candidate.alike >= EVENT_ALIKE and not found.figures_differ


def _is_quotation(
    found: Evidence, candidate: Candidate, articles_with: Callable[[list[int]], int], run: list[WeighedWord]
) -> bool:
    if max(found.quoted_here, found.quoted_there) < QUOTED_SHARE or found.density < QUOTATION_DENSITY:
        return False
    if found.mass >= QUOTATION_MASS and found.words >= QUOTATION_WORDS and found.telling >= QUOTATION_TELLING:
        return True
    longest = found.alignment.longest
    if longest >= LONG_RUN and found.words >= LONG_RUN_WORDS and found.telling >= LONG_RUN_MASS:
        return True
    tells = found.telling if longest < CLEAR_RUN else found.mass
    return (
        min(found.quoted_here, found.quoted_there) >= QUOTED_SHARE
        and longest >= PARTIAL_RUN
        and tells >= PARTIAL_MASS
        and candidate.alike >= PARTIAL_ALIKE
        and articles_with([word.stem for word in run if not word.function]) <= PARTIAL_ARTICLES
    )


def _is_wording(found: Evidence) -> bool:
    if found.density < WORDING_DENSITY or found.mass < WORDING_MASS:
        return False
    covers = found.cover >= WORDING_COVER and found.alignment.same >= WORDING_WORDS
    return covers or found.alignment.longest >= WORDING_RUN


def likelihood(found: Evidence, candidate: Candidate, words: int) -> float:
    """Return how likely two passages tell the same.

    A logistic model of the given labelled events; `make likelihood BENCH=FOLDER` fits its ten figures anew and prints
    them beside these, with the area under the curve of both by cross-validation over events.
    """
    z = (
        _logit_of_likeness(candidate)
        + 1.2 * found.mass / 30
        + 0.5 * found.alignment.longest / 5
        + 1.8 * found.words / 5
        + 0.2 * found.names_mass / 15
        + 1.2 * found.rarest / 10
        + 0.2 * found.figures
        - 0.4 * math.log(max(2, words))
    )
    return 1.0 / (1.0 + math.exp(-z))


def _logit_of_likeness(candidate: Candidate) -> float:
    return 7.4 * candidate.cosine + 8.6 * math.sqrt(candidate.alike) + 0.8 * candidate.bm25 - 10.3


def _logit_at_most(candidate: Candidate) -> float:
    """Return what `likelihood` can reach if all shared stems stand in one run and the passages are short."""
    of_stretch = 1.2 * candidate.mass / 30 + (0.5 * 1.5 + 1.8) * candidate.shared / 5
    return _logit_of_likeness(candidate) + of_stretch + 1.2 + 0.2 - 0.4 * math.log(15)


def score(kind: RelationKind, candidate: Candidate) -> float:
    """Return what orders the relations of a passage."""
    return candidate.bm25 + math.sqrt(candidate.alike) + (SURE_BONUS if kind in SURE else 0.0)
