"""One article whose relations are asked for."""

from collections.abc import Callable, Sequence

import pytest

from pressmark.catalog.catalog import Catalog
from pressmark.relate.article_relations import MOST_SHOWN, ArticleRelations
from pressmark.relate.corpus import corpus_of
from pressmark.values import Article, RelationKind

MakeArticle = Callable[..., Article]
MakeCatalog = Callable[[Sequence[Article]], Catalog]
SAID = "“The harbour wall cannot carry another winter storm of this strength,” Mayor Ida Krog told a meeting."


def test_relations_of_a_passage_are_the_best_and_not_too_many(
    article: MakeArticle, catalog: MakeCatalog
) -> None:
    others = [
        article(f"Outlet {at}", [SAID.replace("a meeting", f"the {chr(97 + at) * 4} club")])
        for at in range(MOST_SHOWN + 6)
    ]
    made = catalog([article("Echo", [SAID]), *others])
    found = ArticleRelations(corpus_of(made), made.article(1)).answer(lambda: False)
    assert len(found) == MOST_SHOWN
    assert {r.kind for r in found} == {RelationKind.QUOTATION}


def test_contradicting_figures_are_told(article: MakeArticle, catalog: MakeCatalog) -> None:
    here = "Divers from Port Elsing found 12 bodies in the wreck of the ferry Marit, Ida Krog told the Echo."
    there = here.replace("12", "15").replace("Echo", "Tribune")
    made = catalog([article("Echo", [here], "2001-10-03"), article("Tribune", [there], "2001-10-03")])
    (found,) = ArticleRelations(corpus_of(made), made.article(1)).answer(lambda: False)
    assert found.kind is RelationKind.FACT
    assert found.reason.endswith("The figures differ: 12 here, 15 there.")


STORY = [
    "Rescuers in Port Elsing searched for the crew of the ferry Marit.",
    "The ferry Marit left the harbour at noon with forty passengers.",
    "Divers found the wreck of the Marit east of the lighthouse.",
]
AGAIN = [
    "Storms kept the rescuers of Port Elsing ashore while the ferry Marit sank.",
    "Forty passengers were aboard when the Marit left harbour at noon.",
    "The wreck lies east of the lighthouse, divers said.",
]


@pytest.mark.parametrize(
    ("day", "is_event"), [("2001-10-03", True), ("2001-10-10", True), ("2001-10-11", False)]
)
def test_what_is_only_likely_must_be_of_the_same_seven_days(
    article: MakeArticle, catalog: MakeCatalog, day: str, is_event: bool
) -> None:
    made = catalog([article("Echo", STORY, "2001-10-03"), article("Tribune", AGAIN, day)])
    found = ArticleRelations(corpus_of(made), made.article(1)).answer(lambda: False)
    assert (RelationKind.EVENT in {relation.kind for relation in found}) is is_event
