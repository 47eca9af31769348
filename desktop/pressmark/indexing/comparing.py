"""Articles of one outlet compared with one another: those whose evidence changed are judged again, without their files."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import Changes, Read, packed_row
from pressmark.indexing.counts import OutletCounts, evidence
from pressmark.indexing.file_tasks import Doing
from pressmark.indexing.judging import Content, judge
from pressmark.indexing.line_keys import Bytes, PageKeys, unpacked
from pressmark.indexing.reading_pool import ReadingEnded
from pressmark.values import Article, Certainty

BATCH = 50  # articles judged again between two writes
AT_ONCE = 1_000  # pages looked up in one step


@dataclass(frozen=True, slots=True)
class Differing:
    """An article to which other pages now tell something else than they did: what they tell of its lines, and its digest."""

    number: int
    keys: PageKeys
    classes: Bytes
    evidence: bytes


@dataclass(frozen=True, slots=True)
class JudgeAgain:
    """Judge an article from the text that is kept of it; None comes of it where nothing of it changes."""

    content: Content
    classes: Bytes
    known: Article

    def __call__(self) -> Read | None:
        """Do it."""
        read = judge(self.content, self.classes)
        article = _with_inferred_date(read.article, self.known)
        if article == self.known:
            return None
        read = replace(read, article=article)
        return replace(read, row=packed_row(read), article=replace(article, blocks=()))


def _with_inferred_date(article: Article, known: Article) -> Article:
    """Keep the date that other articles vouch for, where the article itself still prints none."""
    inferred = known.date.certainty is Certainty.INFERRED
    return replace(article, date=known.date) if inferred and article.date.start is None else article


def compare(
    catalog: Catalog, store: Changes, hands: Doing, ask: Callable[[], None]
) -> Iterator[tuple[int, int]]:
    """Bring the articles of every outlet that changed up to what its pages now tell; yield (done, all so far).

    `ask` is called while they are judged by `hands`; what it raises ends the work, and the next run goes on with it.
    """
    done = total = 0
    for outlet in store.stale_outlets():
        ask()
        differing = _differing(catalog, outlet)
        total += len(differing)
        batches = [differing[start : start + BATCH] for start in range(0, len(differing), BATCH)]
        tickets = _submitted(catalog, hands, batches[0]) if batches else ()
        for number, batch in enumerate(batches):
            yield done, total
            results = hands.collect(tickets, ask)
            tickets = _submitted(catalog, hands, batches[number + 1]) if number + 1 < len(batches) else ()
            _keep(store, batch, results)
            done += len(batch)
        store.compared(outlet)


def _submitted(catalog: Catalog, hands: Doing, batch: Sequence[Differing]) -> Sequence[Any]:
    """Have the articles of a batch judged again from their kept text."""
    tasks = []
    for differing in batch:
        stored = catalog.article(differing.number)
        outlet = stored.article.outlet, stored.article.outlet_evidence
        text, signs = catalog.text(differing.number), catalog.signs(differing.number)
        content = Content(stored.digest, stored.path, text, None, outlet, signs, differing.keys)
        tasks.append(JudgeAgain(content, differing.classes, stored.article))
    return hands.submit(tasks)


def _differing(catalog: Catalog, outlet: str) -> list[Differing]:
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
                found.append(Differing(number, keys, of_page, now))
    return found


def _classes(counts: OutletCounts, pages: list[PageKeys]) -> list[Bytes]:
    """Return the classes of the lines of each page, looked up for all pages at once."""
    together = PageKeys(
        *(np.concatenate([getattr(page, part.name) for page in pages]) for part in fields(PageKeys))
    )
    ends = np.cumsum([len(page.keys) for page in pages])
    return np.split(counts.classes(together), ends[:-1])


def _keep(store: Changes, batch: Sequence[Differing], results: Sequence[Read | ReadingEnded | None]) -> None:
    """Write down what became of a batch; where the judging had to be ended, the article stays as it was."""
    with store.together():
        for differing, read in zip(batch, results, strict=True):
            if isinstance(read, Read):
                store.judge_again(differing.number, read)
            else:
                store.note_evidence(differing.number, differing.evidence)
