"""An article as it is opened to be read."""

from dataclasses import dataclass

from pressmark.values.articles import Span, StoredArticle
from pressmark.values.pages import Link, Picture


@dataclass(frozen=True, slots=True)
class Opened:
    """An article with the spans of the hits in each of its blocks, where its links lead, and the pictures that are there."""

    stored: StoredArticle
    marks: tuple[tuple[Span, ...], ...]
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
