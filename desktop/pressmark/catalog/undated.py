"""What the catalog knows of articles that say nothing of their day, and of those that may vouch for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pressmark.catalog.catalog import Catalog
from pressmark.values import Certainty

# An article vouches for others when it prints its own day, and not only the month.
_VOUCHES = f"date_certainty='{Certainty.PRINTED.value}' AND length(date_start)=10"
_WAITS = "(date_start IS NULL OR date_from IS NOT NULL)"
# All on which it depends what is found between two articles: their text, and what is told of the one that vouches.
_TOLD = f"""digest, word_runs, outlet, headline, words,
CASE WHEN {_VOUCHES} THEN date_start ELSE '' END"""
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Undated:
    """An article without a day of its own: the packed keys of its runs of words, and what it was dated by (None: never)."""

    id: int
    runs: bytes
    found_by: bytes | None


def undated(catalog: Catalog) -> list[Undated]:
    """Return the articles that say nothing of their day, by content: in the same order whenever they came."""
    with catalog.database.errors():
        sql = f"SELECT id, word_runs, date_from FROM articles WHERE {_WAITS} ORDER BY digest"
        return [Undated(*row) for row in catalog.database.connection.execute(sql)]


def vouching(catalog: Catalog) -> Iterator[tuple[int, bytes]]:
    """Yield (number, packed keys of its runs of words) of each article that prints its day."""
    with catalog.database.errors():
        yield from catalog.database.connection.execute(f"SELECT id, word_runs FROM articles WHERE {_VOUCHES}")


def told_of(catalog: Catalog, numbers: Iterable[int]) -> dict[int, tuple[str, bytes]]:
    """Return (digest of its content, all on which others' dates depend) of articles, by number."""
    wanted = sorted(set(numbers))
    found: dict[int, tuple[str, bytes]] = {}
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        sql = f"SELECT id, {_TOLD} FROM articles WHERE id IN ({','.join('?' * len(part))})"
        with catalog.database.errors():
            for number, digest, runs, *rest in catalog.database.connection.execute(sql, part):
                plain = "\0".join([digest, *map(str, rest)]).encode("utf-8", "replace")
                found[number] = digest, plain + b"\0" + runs
    return found


def statistics(catalog: Catalog, numbers: Iterable[int]) -> dict[int, tuple[bytes, str, bytes]]:
    """Return (packed terms, outlet, packed line keys) of articles, by number and in the order of the numbers given."""
    wanted = list(numbers)
    sql = f"SELECT id, terms, outlet, line_keys FROM articles WHERE id IN ({','.join('?' * len(wanted))})"
    with catalog.database.errors():
        rows = {number: row for number, *row in catalog.database.connection.execute(sql, wanted)}
    return {number: (terms, outlet, keys) for number in wanted for terms, outlet, keys in [rows[number]]}
