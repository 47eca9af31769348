"""One article whose relations are asked for."""

from collections.abc import Callable, Sequence

from pressmark.catalog.catalog import Catalog
from pressmark.relate.archive import archive_of
from pressmark.relate.question import MOST_SHOWN, Question
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
    found = Question(archive_of(made), made.article(1)).answer(lambda: False)
    assert len(found) == MOST_SHOWN
    assert {r.kind for r in found} == {RelationKind.QUOTATION}


def test_contradicting_figures_are_told(article: MakeArticle, catalog: MakeCatalog) -> None:
    here = "Divers from Port Elsing found 12 bodies in the wreck of the ferry Marit, Ida Krog told the Echo."
    there = here.replace("12", "15").replace("Echo", "Tribune")
    made = catalog([article("Echo", [here], "2001-10-03"), article("Tribune", [there], "2001-10-03")])
    (found,) = Question(archive_of(made), made.article(1)).answer(lambda: False)
    assert found.kind is RelationKind.FACT
    assert found.reason.endswith("The figures differ: 12 here, 15 there.")
