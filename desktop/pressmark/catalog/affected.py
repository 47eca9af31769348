"""Which articles a correction touches."""

from collections.abc import Iterable, Iterator

from pressmark.catalog.catalog import CHUNK, Catalog
from pressmark.errors import NotInArchive
from pressmark.reading.corrections import key_of
from pressmark.values import Correction, Scope


def affected(catalog: Catalog, corrections: Iterable[Correction]) -> set[int]:
    """Return the numbers of the articles that have a line of which a correction speaks.

    For an outlet all its articles are looked through: about a second for 3,000 of them.
    """
    found: set[int] = set()
    keys: dict[str, set[str]] = {}
    for correction in corrections:
        if correction.scope is Scope.OUTLET:
            keys.setdefault(correction.whose, set()).add(correction.key)
        else:
            found.update(_of_article(catalog, correction))
    for outlet, wanted in keys.items():
        found.update(_of_outlet(catalog, outlet, wanted))
    return found


def _of_article(catalog: Catalog, correction: Correction) -> set[int]:
    found = set(catalog.paths_with(correction.whose).values())
    try:
        found.add(catalog.number_at(correction.path))
    except NotInArchive:
        return found  # its file was moved, deleted, or cannot be read now
    return found


def _of_outlet(catalog: Catalog, outlet: str, wanted: set[str]) -> Iterator[int]:
    numbers = catalog.numbers_of_outlet(outlet)
    for start in range(0, len(numbers), CHUNK):
        for number, stored in catalog.articles(numbers[start : start + CHUNK]).items():
            if any(key_of(block.text, Scope.OUTLET) in wanted for block in stored.article.blocks):
                yield number
