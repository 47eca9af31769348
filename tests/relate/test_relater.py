"""The relations of the two sample articles, and of invented ones."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from pressmark.catalog.catalog import Catalog
from pressmark.catalog.undated import statistics
from pressmark.indexing.pipeline import index
from pressmark.relate.article_terms import pieces
from pressmark.relate.relater import Relater, relations_among
from pressmark.values import Article, BlockKind, Relation, RelationKind
from pressmark.words import raw_words

MakeArticle = Callable[..., Article]
MakeCatalog = Callable[[Sequence[Article]], Catalog]
MT, BBC = "000_69e3f591311bab25.txt", "003_71e0031a2701ba35.txt"
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def related(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[Relation, ...]]]:
    """Yield the relations of the two sample articles by path."""
    data = tmp_path_factory.mktemp("seeds")
    assert list(index(SEEDS, data))[-1].finished
    seeds = Catalog(data)
    relater = Relater(seeds)
    yield {path: relater.of_article(seeds.article(seeds.number_at(path))) for path in (MT, BBC)}
    seeds.close()


def lines(found: Sequence[Relation], kind: RelationKind) -> set[tuple[int, str, int]]:
    return {(r.first_line, r.other_path, r.other_first_line) for r in found if r.kind is kind}


def test_the_quotations_of_the_seeds_are_found_in_both_directions(
    related: dict[str, tuple[Relation, ...]],
) -> None:
    assert lines(related[MT], RelationKind.QUOTATION) == {(12, BBC, 60), (12, BBC, 26), (16, BBC, 62)}
    assert lines(related[BBC], RelationKind.QUOTATION) == {
        (60, MT, 12), (26, MT, 12), (62, MT, 16), (26, BBC, 60), (60, BBC, 26),
    }  # fmt: skip


def test_their_reasons_say_what_is_the_same(related: dict[str, tuple[Relation, ...]]) -> None:
    reasons = {
        (r.first_line, r.other_path, r.other_first_line): r.reason
        for r in related[BBC] if r.kind is RelationKind.QUOTATION
    }  # fmt: skip
    assert (
        reasons[60, MT, 12]
        == "27 of 27 words in the same order; spelled differently: organization. Both name Putin."
    )
    assert reasons[62, MT, 16] == "21 words in a row are the same."
    assert reasons[60, BBC, 26] == reasons[26, BBC, 60] == "The pull quote leaves out “another”."


def test_another_translation_is_found_and_furniture_never(related: dict[str, tuple[Relation, ...]]) -> None:
    pairs = {(r.first_line, r.other_first_line) for r in related[MT]}
    assert {(26, 81), (16, 33), (14, 58), (4, 22)} <= pairs
    for found in related.values():
        for r in found:
            for path, line in ((r.other_path, r.other_first_line),):
                assert not (path == MT and (line < 2 or line > 60))
                assert not (path == BBC and (line < 18 or line > 82))
    assert all(2 <= r.first_line <= 60 for r in related[MT])


def test_spans_lie_in_the_texts_and_shared_stretches_are_equal(
    related: dict[str, tuple[Relation, ...]],
) -> None:
    for r in (*related[MT], *related[BBC]):
        for text, spans in ((r.text, r.spans), (r.other_text, r.other_spans)):
            assert all(0 <= s.start < s.end <= len(text) for s in spans)
            assert any(s.kind == "shared" for s in spans)
        own = sorted(_words(r.text[s.start : s.end]) for s in r.spans if s.kind == "shared")
        other = sorted(_words(r.other_text[s.start : s.end]) for s in r.other_spans if s.kind == "shared")
        assert own == other


def _words(text: str) -> str:
    return " ".join(piece.word for raw in raw_words(text) for piece in pieces(raw))


def test_the_answer_is_in_reading_order_and_always_the_same(related: dict[str, tuple[Relation, ...]]) -> None:
    for found in related.values():
        assert [r.block for r in found] == sorted(r.block for r in found)
        for block in {r.block for r in found}:
            scores = [r.score for r in found if r.block == block]
            assert scores == sorted(scores, reverse=True)


COPY = [
    "Divers from Port Elsing found the wreck of the ferry at a depth of forty metres on Tuesday morning.",
    "The harbour master, Ida Krog, closed the eastern channel to all ships until the buoys are replaced.",
    "Insurers in Marrow Bay expect claims from the owners of three trawlers damaged by the drifting hull.",
    "A service for the crew will be held in the chapel of Saint Brannoc on the evening of the funeral.",
]
OTHERS = [
    "Parliament voted on tariffs for imported steel after a debate that lasted until the early hours.",
    "The orchestra of Lindholm opened its season with a symphony that nobody had heard for a century.",
]


def test_another_version_of_an_article_is_shown_once(article: MakeArticle, catalog: MakeCatalog) -> None:
    both = catalog(
        [article("Echo", COPY, "2001-10-03"), article("Echo", [*COPY[:3], OTHERS[0]], "2001-10-04")]
    )
    found = Relater(both).of_article(both.article(1))
    assert [(r.block, r.kind, r.reason) for r in found] == [
        (0, RelationKind.WORDING, "Another version of this article: 3 of its 4 passages are the same.")
    ]


def test_agency_copy_in_another_outlet_is_the_same_wording(
    article: MakeArticle, catalog: MakeCatalog
) -> None:
    both = catalog([article("Echo", COPY, "2001-10-03"), article("Tribune", COPY, "2001-10-04")])
    found = Relater(both).of_article(both.article(1))
    assert [r.block for r in found if r.kind is RelationKind.WORDING] == [0, 1, 2, 3]
    assert {r.other_outlet for r in found} == {"Tribune"}


def test_what_an_outlet_prints_everywhere_is_not_related(article: MakeArticle, catalog: MakeCatalog) -> None:
    bio = (
        "Ann Thorne has reported on harbours, ferries and their crews for the Echo since she left university."
    )
    stories = catalog([article("Echo", [text, bio]) for text in COPY])
    assert Relater(stories).of_article(stories.article(1)) == ()


def test_a_line_shared_by_two_unlike_articles_of_an_outlet_is_not_related(
    article: MakeArticle, catalog: MakeCatalog
) -> None:
    bio = "Ann Thorne reports on harbours from a desk at Echo."
    fill = [
        " ".join(f"{word}{at}" for word in ("quay", "mast", "keel", "sail", "rope", "deck"))
        for at in range(12)
    ]
    rest = [
        " ".join(f"{word}{at}" for word in ("vote", "bill", "levy", "debt", "bank", "rate"))
        for at in range(12)
    ]
    two = catalog([article("Echo", [*fill, bio]), article("Echo", [*rest, bio])])
    assert Relater(two).of_article(two.article(1)) == ()


def test_set_aside_text_is_not_related(article: MakeArticle, catalog: MakeCatalog) -> None:
    aside = [(BlockKind.CHROME, text) for text in COPY]
    both = catalog([article("Echo", [OTHERS[0], *aside]), article("Tribune", [OTHERS[1], *aside])])
    assert Relater(both).of_article(both.article(1)) == ()


def test_articles_that_come_later_are_found(article: MakeArticle, catalog: MakeCatalog) -> None:
    first = catalog([article("Echo", COPY)])
    relater = Relater(first)
    assert relater.of_article(first.article(1)) == ()
    catalog([article("Tribune", COPY)])
    assert len(relater.of_article(first.article(1))) >= len(COPY)


def test_it_stops_when_asked(article: MakeArticle, catalog: MakeCatalog) -> None:
    both = catalog([article("Echo", COPY), article("Tribune", COPY)])
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 2

    found = Relater(both).of_article(both.article(1), stop)
    assert {r.block for r in found} == {0, 1}


def test_an_article_without_text_has_no_relations(article: MakeArticle, catalog: MakeCatalog) -> None:
    empty = catalog([article("Echo", []), article("Tribune", COPY)])
    assert Relater(empty).of_article(empty.article(1)) == ()


def test_relations_among_a_few_do_not_depend_on_the_others(
    article: MakeArticle, catalog: MakeCatalog
) -> None:
    said = "“We shall raise the harbour wall by two feet before the winter storms come,” the harbour master said."
    known = catalog(
        [article("Echo", [said]), article("Tribune", [f"{said} Nobody answered him."])]
        + [article(f"Paper {at}", [said, f"Story {at} of ferries."]) for at in range(9)]
    )
    assert relations_among(known, 1, statistics(known, [1])) == ()
    (found,) = relations_among(known, 1, statistics(known, [1, 2]))
    assert (found.kind, found.other_id) == (RelationKind.QUOTATION, 2)
