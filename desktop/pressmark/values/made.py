"""What the person made: what he or she says of lines, and all of it as it is exported."""

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """How far a correction reaches."""

    ARTICLE = "article"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Correction:
    """What the person says of a line: it is article text (`keep`), it is not, or (None) nothing any more.

    `whose` is the digest of the article's file, or the name of the outlet; `key` stands for the line's text. `path` is
    where the file was of the article it was made in: so the correction is found again when the file changes, or the
    outlet is called otherwise. `when` is ISO 8601.
    """

    scope: Scope
    whose: str
    key: str
    text: str
    keep: bool | None
    when: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class ListedCorrection:
    """A correction, and the headline of the article it was made in: "" where it has none, or is gone."""

    correction: Correction
    headline: str


@dataclass(frozen=True, slots=True)
class Made:
    """One thing the person made, as it is exported: an encoding or outlet chosen, an article read, a line corrected."""

    kind: str
    value: str
    when: str = ""
    digest: str = ""
    path: str = ""
    outlet: str = ""
    text: str = ""
