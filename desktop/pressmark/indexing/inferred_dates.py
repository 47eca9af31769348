"""A date for an article that prints none, from the articles that report the same words."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import Changes
from pressmark.catalog.undated import statistics, told_of, undated, vouching
from pressmark.dates import PartialDate
from pressmark.indexing.vouchers import MOST, vouchers
from pressmark.relate.relater import relations_among
from pressmark.values import ArticleDate, Certainty, Relation, RelationKind, StoredArticle

NEAR_DAYS = 2  # counterparts further apart than this say nothing certain about the day
NEXT_DAY = timedelta(days=1)  # a paper prints what a site or an agency had the day before
SURE = (RelationKind.QUOTATION, RelationKind.WORDING)
DIGEST_BYTES = 8
AT_ONCE = 100  # articles whose dates are written down as one change


def infer_dates(catalog: Catalog, store: Changes) -> Iterator[tuple[int, int]]:
    """Date the undated articles for which others vouch; yield (done, all) before each one that is looked at.

    What is inferred depends on the article and those that share words in a row with it, and on nothing else: it is
    inferred again only where one of these came, went or changed, and taken back where nothing vouches for it any more.
    """
    if not store.dates_due():
        return
    waiting = list(_waiting(catalog))
    for start in range(0, len(waiting), AT_ONCE):
        found = []
        for at, (number, others, found_by) in enumerate(waiting[start : start + AT_ONCE], start):
            yield at, len(waiting)
            found.append((number, _dated_by(catalog, number, others), found_by))
        with store.together():
            for number, when, found_by in found:
                store.set_date(number, when, found_by)
    store.set_meta(dates="done")


def _waiting(catalog: Catalog) -> Iterator[tuple[int, list[int], bytes]]:
    """Yield (number, those that may vouch for it, their digest) of each article that was not dated by just these."""
    asked = undated(catalog)
    shared = vouchers([one.runs for one in asked], vouching(catalog))
    states = told_of(catalog, [one.id for one in asked] + [number for row in shared for number, _ in row])
    for one, row in zip(asked, shared, strict=True):
        best = sorted(row, key=lambda found: (-found[1], states[found[0]][0]))[:MOST]
        others = [number for number, _ in best]
        digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
        for number in (one.id, *others):
            digest.update(states[number][1] + b"\0\0")
        if digest.digest() != one.found_by:
            yield one.id, others, digest.digest()


def _dated_by(catalog: Catalog, number: int, others: Sequence[int]) -> ArticleDate:
    """Return the date for which other articles vouch; the numbers are compared as if the archive had no others."""
    if not others:
        return ArticleDate()
    known = statistics(catalog, [number, *others])
    return inferred(catalog.article(number), relations_among(catalog, number, known))


def inferred(stored: StoredArticle, relations: tuple[Relation, ...]) -> ArticleDate:
    """Return the days on which an article must have appeared, or no date if its counterparts do not agree.

    Only what is reported word for word counts, and only articles whose own date is printed to the day.
    """
    shared: dict[int, list[Relation]] = {}
    days: list[date] = []
    for relation in relations:
        day = _printed_day(relation.other_date)
        if relation.kind in SURE and relation.other_id != stored.id and day is not None:
            shared.setdefault(relation.other_id, []).append(relation)
            days.append(day)
    if not days or max(days) - min(days) > timedelta(days=NEAR_DAYS):
        return ArticleDate()
    best = min(shared.values(), key=_rank)
    first, last = min(days), max(days)
    return ArticleDate(
        str(PartialDate.of(first)),
        str(PartialDate.of(max(last, first + NEXT_DAY))),
        Certainty.INFERRED,
        _evidence(best),
    )


def _printed_day(when: ArticleDate) -> date | None:
    """Return the day that an article prints, None where it prints none, or only a month."""
    known = when.range()
    if known is None or when.certainty is not Certainty.PRINTED or not known[0].is_day:
        return None
    return known[0].first_day


def _rank(relations: list[Relation]) -> tuple[int, str, str, str]:
    """Most passages first, then the older article, then by what the evidence says of it."""
    first = relations[0]
    passages = len({relation.block for relation in relations})
    return -passages, first.other_date.start or "", first.other_headline, first.other_outlet


def _evidence(relations: list[Relation]) -> str:
    """Say what the date is inferred from."""
    first = relations[0]
    passages = len({relation.block for relation in relations})
    quotations = all(relation.kind is RelationKind.QUOTATION for relation in relations)
    what = "quotation" if quotations else "passage"
    shares = f"{passages} {what}{'s' if passages > 1 else ''}"
    name = f"“{first.other_headline}”" + (f" ({first.other_outlet})" if first.other_outlet else "")
    return f"shares {shares} with {name}, dated {first.other_date.start}"
