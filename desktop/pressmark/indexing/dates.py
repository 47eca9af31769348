"""A date for an article that prints none, from the articles that report the same words."""

from collections.abc import Iterator
from datetime import date, timedelta

from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import Changes
from pressmark.dates import PartialDate
from pressmark.relate.relater import Relater
from pressmark.values import ArticleDate, Certainty, Relation, RelationKind, StoredArticle

MOST_TRIED = 300  # undated articles a run looks at: each costs about as much as opening it
NEAR_DAYS = 2  # counterparts further apart than this say nothing certain about the day
NEXT_DAY = timedelta(days=1)  # a paper prints what a site or an agency had the day before
SURE = (RelationKind.QUOTATION, RelationKind.WORDING)


def infer_dates(catalog: Catalog, store: Changes) -> Iterator[tuple[int, int]]:
    """Date the undated articles for which others vouch; yield (done, all) before each one."""
    numbers = store.undated(MOST_TRIED)
    relater = Relater(catalog)
    articles = catalog.articles(numbers)
    for done, number in enumerate(numbers):
        yield done, len(numbers)
        if number in articles:
            store.set_date(number, inferred(articles[number], relater.of_article(articles[number])))


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
    best = max(shared, key=lambda number: (len({relation.block for relation in shared[number]}), -number))
    first, last = min(days), max(days)
    return ArticleDate(
        str(PartialDate.of(first)),
        str(PartialDate.of(max(last, first + NEXT_DAY))),
        Certainty.INFERRED,
        _evidence(shared[best]),
    )


def _printed_day(when: ArticleDate) -> date | None:
    """Return the day that an article prints, None where it prints none, or only a month."""
    known = when.range()
    if known is None or when.certainty is not Certainty.PRINTED or not known[0].is_day:
        return None
    return known[0].first_day


def _evidence(relations: list[Relation]) -> str:
    """Say what the date is inferred from."""
    first = relations[0]
    passages = len({relation.block for relation in relations})
    quotations = all(relation.kind is RelationKind.QUOTATION for relation in relations)
    what = "quotation" if quotations else "passage"
    shares = f"{passages} {what}{'s' if passages > 1 else ''}"
    name = f"“{first.other_headline}”" + (f" ({first.other_outlet})" if first.other_outlet else "")
    return f"shares {shares} with {name}, dated {first.other_date.start}"
