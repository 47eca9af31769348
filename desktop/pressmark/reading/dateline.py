"""Datelines: the place in capitals at the head of the first paragraph ("BRUSSELS, Belgium --")."""

import re

from pressmark.reading.months import ANY_MONTH

_DATELINE = re.compile(
    r"^\s*(?P<place>[A-ZÀ-ÖØ-ÞА-ЯЁ][A-ZÀ-ÖØ-ÞА-ЯЁ.'’ /-]{1,40}[A-ZÀ-ÖØ-ÞА-ЯЁ]"
    r"(?:, ?[A-ZÀ-ÖØ-Þ][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}){0,2}?)"
    rf"(?P<date>,? (?i:{ANY_MONTH})\b\.? \d{{1,2}}(?:, \d{{4}})?)?"
    r"\s*(?:\([A-Za-z.,/ -]{2,30}\))?\s*(?:--+|[—–-])\s"
)


def dateline_of(text: str) -> str:
    """Return the place that opens the paragraph, or nothing."""
    match = _DATELINE.match(text[:200])
    return match["place"].strip(" ,") if match else ""
