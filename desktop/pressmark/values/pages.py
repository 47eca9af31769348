"""A page between its format and all that comes after: its text, what its tags tell of each line, what it says of itself."""

from dataclasses import dataclass

from pressmark.values.articles import BlockKind, Reason


@dataclass(frozen=True, slots=True)
class Stated:
    """Something that a page says of itself, and where it says so ("JSON-LD datePublished")."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself for machines; None where it says nothing.

    `day` and `captured` begin with a day of ISO 8601, `names` are those of its authors.
    """

    headline: Stated | None = None
    day: Stated | None = None
    names: tuple[Stated, ...] = ()
    outlet: Stated | None = None
    section: Stated | None = None
    address: Stated | None = None
    captured: Stated | None = None
    language: Stated | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a line that lead elsewhere: to an address as the page gives it.

    `path` is that of the article of the archive to which they lead; only one that lies open knows it.
    """

    line: int
    words: str
    address: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a page shows before one of its lines.

    `source` is the path of its file, from the folder of the page's own, or "data:" and the checksum of the address that
    holds it; `words` stand in for it. `file` is where on the disk it is, in a file of its own or in the page's; only that
    of an article that lies open is known.
    """

    line: int
    source: str
    words: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tags tell of each line of a text, an entry a line.

    `odds` is how likely it is to be article text by its place alone (log-odds), `kind` what it is where a tag says so,
    `place` why it would be set aside, and None where its place is no reason.
    """

    odds: tuple[float, ...]
    kind: tuple[BlockKind | None, ...]
    place: tuple[tuple[Reason, str] | None, ...]


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a reader gives for a file: its text, the encoding it was read as, and why that one.

    `reader` is the name and the version of the reader. For a page of tags there is also what they tell of each line, and
    what the page says of itself, the links in its text and its pictures; a plain text has none of these.
    """

    text: str
    encoding: str
    reason: str
    tags: Tags | None = None
    metadata: Metadata | None = None
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    reader: str = ""

    @property
    def says(self) -> Metadata:
        """What the page says of itself, nothing for a plain text."""
        return self.metadata or Metadata()
