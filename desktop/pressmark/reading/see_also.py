"""See-also entries: other articles that the page names with their date, section and headline."""

import re

from pressmark.reading.months import ANY_MONTH
from pressmark.reading.page_reading import PageReading
from pressmark.values import Line

# "01 Oct 01 | UK Politics": a date, a bar, a section.
_DATE_AND_SECTION = re.compile(
    rf"\s*\d{{1,2}} (?:{ANY_MONTH})\b\.? '?\d{{2,4}}"
    r"\s*[|·–-]\s*\S.{0,60}",
    re.IGNORECASE,
)
# Characters of a line that can be the first of an entry.
LONGEST = 100


def entries(page: PageReading, labelled: list[Line]) -> set[int]:
    """Return the stretches that begin an entry of two: date and section, then the headline."""
    found: set[int] = set()
    for number in range(len(page.stretches) - 1):
        part, following = page.stretches[number], page.stretches[number + 1]
        if part.last + 1 != following.first or not is_entry_head(part.text):
            continue
        if labelled[part.first].set_aside and labelled[following.first].set_aside:
            found.add(number)
    return found


def is_entry_head(text: str) -> bool:
    """Tell whether a line is the first of an entry."""
    return len(text) <= LONGEST and bool(_DATE_AND_SECTION.fullmatch(text.replace("\xa0", " ")))
