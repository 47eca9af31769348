"""Articles of one outlet compared with one another: those whose evidence changed are judged again, without their files."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace

import numpy as np

from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import Changes, Read
from pressmark.indexing.counts import OutletCounts, evidence
from pressmark.indexing.judging import Content, judge
from pressmark.indexing.line_keys import Bytes, PageKeys, unpacked
from pressmark.reading.decode import harmless, lines_of
from pressmark.values import Article, Certainty, StoredArticle

BATCH = 50  # articles judged again between two writes
AT_ONCE = 1_000  # pages looked up in one step


def compare(catalog: Catalog, store: Changes, ask: Callable[[], None]) -> Iterator[tuple[int, int]]:
    """Bring the articles of every outlet that changed up to what its pages now tell; yield (done, all so far).

    `ask` is called between two articles; what it raises ends the work, and the next run goes on with it.
    """
    done = total = 0
    for outlet in store.stale_outlets():
        ask()
        differing = _differing(catalog, outlet)
        total += len(differing)
        for start in range(0, len(differing), BATCH):
            judged = []
            for number, keys, classes, kept_evidence in differing[start : start + BATCH]:
                ask()
                yield done, total
                judged.append((number, kept_evidence, _judged_again(catalog, number, keys, classes)))
                done += 1
            _keep(store, judged)
        store.compared(outlet)


def _differing(catalog: Catalog, outlet: str) -> list[tuple[int, PageKeys, Bytes, bytes]]:
    """Return each article to which other pages now tell something else than they did, and what they tell."""
    rows = [
        (number, unpacked(keys, grams), kept_evidence)
        for number, keys, grams, kept_evidence in catalog.pages_of(outlet)
    ]
    counts = OutletCounts([keys for _, keys, _ in rows])
    found = []
    for start in range(0, len(rows), AT_ONCE):
        part = rows[start : start + AT_ONCE]
        classes = _classes(counts, [keys for _, keys, _ in part])
        for (number, keys, kept_evidence), of_page in zip(part, classes, strict=True):
            now = evidence(outlet, keys, of_page)
            if now != kept_evidence:
                found.append((number, keys, of_page, now))
    return found


def _classes(counts: OutletCounts, pages: list[PageKeys]) -> list[Bytes]:
    """Return the classes of the lines of each page, looked up for all pages at once."""
    together = PageKeys(
        *(np.concatenate([getattr(page, part.name) for page in pages]) for part in fields(PageKeys))
    )
    ends = np.cumsum([len(page.keys) for page in pages])
    return np.split(counts.classes(together), ends[:-1])


def _judged_again(catalog: Catalog, number: int, keys: PageKeys, classes: Bytes) -> Read | None:
    """Judge an article from the text that is kept of it; None where nothing of it changes."""
    stored = catalog.article(number)
    article = stored.article
    outlet = article.outlet, article.outlet_evidence
    text = catalog.text(number)
    lines = lines_of(harmless(text.text))
    read = judge(
        Content(stored.digest, stored.path, text, lines, outlet, catalog.signs(number), keys), classes
    )
    read = replace(read, article=_with_inferred_date(read, stored))
    return None if read.article == article else read


def _with_inferred_date(read: Read, stored: StoredArticle) -> Article:
    """Keep the date that other articles vouch for, where the article itself still prints none."""
    inferred = stored.article.date.certainty is Certainty.INFERRED
    if inferred and read.article.date.start is None:
        return replace(read.article, date=stored.article.date)
    return read.article


def _keep(store: Changes, judged: list[tuple[int, bytes, Read | None]]) -> None:
    """Write down what became of a batch."""
    with store.together():
        for number, kept_evidence, read in judged:
            if read is None:
                store.note_evidence(number, kept_evidence)
            else:
                store.judge_again(number, read)
