"""How many days lie between two articles, as far as their dates are known."""

from pressmark.dates import days_between
from pressmark.values import ArticleDate


def days_apart(one: ArticleDate, other: ArticleDate) -> int | None:
    """Return how many days lie at least between two articles, or None if one has no date."""
    first, second = one.range(), other.range()
    return None if first is None or second is None else days_between(first, second)
