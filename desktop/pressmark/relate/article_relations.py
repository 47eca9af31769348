"""One article whose relations are asked for."""

from collections.abc import Callable

from pressmark.relate import reasons, shared_marks
from pressmark.relate.align import Alignment, within_quotation
from pressmark.relate.article_passages import ArticlePassages
from pressmark.relate.article_versions import COVERS, without_versions
from pressmark.relate.candidates import Candidate, Candidates
from pressmark.relate.corpus import Corpus
from pressmark.relate.counterpart import Counterpart, relation
from pressmark.relate.days_apart import days_apart
from pressmark.relate.pull_quote_sources import pulled
from pressmark.relate.relation_kinds import EVENT_DAYS, SURE, evidence, figures, is_hopeless, kind_of, score
from pressmark.relate.repeated_passages import DISSIMILAR
from pressmark.relate.vectors import packed_terms
from pressmark.relate.weighed_words import WeighedWords
from pressmark.values import Relation, RelationKind, StoredArticle

MOST_SHOWN = 12  # relations kept of a passage


class ArticleRelations:
    """One article whose relations are asked for."""

    def __init__(self, corpus: Corpus, stored: StoredArticle) -> None:
        """Find the articles that are like this one, and the passages that may be counterparts."""
        self._corpus, self._stored = corpus, stored
        self._asked = corpus.held_articles.hold(stored)
        nearest = corpus.vectors.nearest(packed_terms(stored.article), stored.id)
        held = corpus.held_articles.of(number for number, _ in nearest)
        self._others = [held[number] for number, _ in nearest if number in held]
        self._candidates = Candidates(self._asked, self._others, corpus.vectors)
        self._wordings: dict[tuple[int, int], WeighedWords] = {}

    def answer(self, stop: Callable[[], bool]) -> tuple[Relation, ...]:
        """Return the relations of one passage after the other."""
        found: list[list[Counterpart]] = []
        wordings = []
        for passage in range(len(self._asked.passages)):
            if stop():
                break
            wording = self._asked.wording(passage, self._corpus.vectors)
            wordings.append(wording)
            found.append(self._of_passage(passage, wording))
        inside = pulled(self._asked, wordings)
        kept = without_versions(found, self._stored.article.outlet, len(self._asked.passages))
        return tuple(
            relation
            for passage, relations in enumerate(kept)
            for relation in sorted(inside.get(passage, []) + relations, key=_order)[:MOST_SHOWN]
        )

    def _of_passage(self, passage: int, wording: WeighedWords) -> list[Counterpart]:
        """Return what is related to one passage."""
        found: list[Counterpart] = []
        asked = self._asked
        if self._corpus.repeats.is_furniture(asked.passages[passage].text, asked.stored.article.outlet):
            return found
        for candidate in self._candidates.of(passage):
            if is_hopeless(candidate):
                continue
            other = self._others[candidate.held]
            key = (candidate.held, candidate.passage)
            if key not in self._wordings:
                self._wordings[key] = other.wording(candidate.passage, self._corpus.vectors)
            relation = self._related(passage, wording, candidate, other, self._wordings[key])
            if relation is not None:
                found.append(relation)
        return found

    def _related(
        self,
        passage: int,
        here: WeighedWords,
        candidate: Candidate,
        other: ArticlePassages,
        there: WeighedWords,
    ) -> Counterpart | None:
        """Return how a candidate is related, or None."""
        shared = evidence(here, there)
        if shared is None:
            return None
        days = days_apart(self._stored.article.date, other.stored.article.date)
        run = max(shared.alignment.runs, key=lambda run: run.length)
        kind = kind_of(
            shared,
            candidate,
            min(len(here.words), len(there.words)),
            days is None or days <= EVENT_DAYS,
            self._candidates.articles_with,
            here.words[run.here : run.here + run.length],
        )
        if kind is None or self._is_furniture(other, candidate, shared.cover):
            return None
        stretch = shared.alignment
        if kind is RelationKind.QUOTATION:
            stretch = within_quotation(here, there, stretch)
        spans = (
            shared_marks.of_stretch(here, there, stretch)
            if kind in SURE
            else shared_marks.of_pairs(here, there, reasons.shared_places(here, there))
        )
        return Counterpart(
            relation(
                (self._asked, passage),
                (other, candidate.passage),
                kind,
                score(kind, candidate),
                spans,
                _reason(kind, here, there, stretch, shared.figures_differ, candidate.alike, days),
            ),
            shared.cover,
        )

    def _is_furniture(self, other: ArticlePassages, candidate: Candidate, cover: float) -> bool:
        """Tell whether a passage of another article is one its outlet prints everywhere."""
        theirs = other.stored.article.outlet
        if self._corpus.repeats.is_furniture(other.passages[candidate.passage].text, theirs):
            return True
        outlet = self._stored.article.outlet
        return (
            cover >= COVERS
            and bool(outlet)
            and other.stored.article.outlet == outlet
            and candidate.alike < DISSIMILAR
        )


def _order(found: Relation) -> tuple[float, int, int]:
    """Best first; of two equal ones the older article, the earlier passage."""
    return -found.score, found.other_id, found.other_block


def _reason(
    kind: RelationKind,
    here: WeighedWords,
    there: WeighedWords,
    stretch: Alignment,
    figures_differ: bool,
    alike: float,
    days: int | None,
) -> str:
    """Return the sentence that says why."""
    if kind in SURE:
        return reasons.of_wording(here, there, stretch)
    own, other = figures(here, stretch.here), figures(there, stretch.there)
    disagree = (sorted(own - other), sorted(other - own)) if figures_differ else None
    if kind is RelationKind.EVENT:
        return reasons.of_event(here, there, days, alike, disagree)
    return reasons.of_fact(here, there, disagree)
