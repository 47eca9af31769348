"""Which articles a correction touches."""

from pressmark.catalog.catalog import Catalog
from pressmark.corrections.affected import affected
from pressmark.corrections.keys import key_of
from pressmark.values import Correction, Scope


def test_for_an_article_its_content_and_its_path(catalog: Catalog) -> None:
    for whose, path, found in (
        ("digest-1", "gone.txt", {1}), ("gone", "2.txt", {2}), ("digest-1", "2.txt", {1, 2}),
        ("gone", "void.txt", set()),
    ):  # fmt: skip
        one = Correction(Scope.ARTICLE, whose, "key", "text", True, "", path)
        assert affected(catalog, [one]) == found


def test_for_an_outlet_the_articles_that_have_the_line(catalog: Catalog) -> None:
    outlet = catalog.article(1).article.outlet
    shared, own = "By Ann Thorne", catalog.article(2).article.headline

    def found(text: str, whose: str) -> set[int]:
        key = key_of(text, Scope.OUTLET)
        return affected(catalog, [Correction(Scope.OUTLET, whose, key, text, False, "")])

    assert found(shared, outlet) == {1, 2, 3}
    assert found(shared, "Another") == set()
    assert 2 in found(own, outlet)
    assert found("no such line", outlet) == set()
