"""How the window says numbers and dates."""

from pressmark.values import ArticleDate, Certainty

MONTHS = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 article", "1,204 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def date_words(date: ArticleDate, *, long: bool = False) -> str:
    """Return a date as a person writes it: "3 Oct 2001", "3–4 Oct 2001", "Oct 2001", or nothing."""
    if date.start is None:
        return ""
    names = MONTHS if long else SHORT
    first = _said(date.start, names)
    if date.end is None or date.end == date.start:
        return first
    if date.start[:7] == date.end[:7] and len(date.start) == len(date.end) == 10:
        return f"{int(date.start[8:])}–{_said(date.end, names)}"
    return f"{first} – {_said(date.end, names)}"


def _said(iso: str, names: tuple[str, ...]) -> str:
    parts = iso.split("-")
    if len(parts) == 1:
        return parts[0]
    month = names[int(parts[1])]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def dated(date: ArticleDate, *, long: bool = False) -> str:
    """Return a date with "inferred" beside it where the source does not print it."""
    words = date_words(date, long=long)
    return f"{words}, inferred" if words and date.certainty is Certainty.INFERRED else words
