"""An article: its lines, its blocks, its day, and what it is known by."""

from dataclasses import dataclass
from enum import StrEnum

from pressmark.dates import PartialDate


class Reason(StrEnum):
    """Why a line is set aside; the words the person reads."""

    MENU = "menu"
    LINKS = "list of links"
    APPEAL = "appeal or subscription"
    SHARE = "share and print tools"
    LEGAL = "legal"
    COMMENTS = "comments"
    ADVERT = "advertisement"
    FORM = "form"
    REPEATED = "repeated on other pages of this outlet"
    FILE = "file information"
    YOU = "marked by you"


class BlockKind(StrEnum):
    """What a block of an article is."""

    HEADLINE = "headline"
    KICKER = "kicker"
    BYLINE = "byline"
    DATE = "date"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    PULL_QUOTE = "pull quote"
    LIST_ITEM = "list item"
    POST = "embedded post"
    SEE_ALSO = "see also"
    CHROME = "chrome"
    BLANK = "blank"


class Certainty(StrEnum):
    """Whether a date is printed in the source, inferred by the program, or unknown."""

    PRINTED = "printed"
    INFERRED = "inferred"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters [start, end) of the text it stands beside; `kind` says what they are."""

    start: int
    end: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a decoded file, labelled article or set aside with its reason."""

    number: int
    text: str
    set_aside: bool = False
    reason: Reason | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One or more lines that belong together.

    `text` is what is shown and searched (repaired where the source is broken); lines are 0-based and
    inclusive, in the decoded file. Every line of a file stands in exactly one block. `spans` mark parts of
    `text`: "quotation" (what stands between quotation marks) and "story reference".
    """

    kind: BlockKind
    text: str
    first_line: int
    last_line: int
    set_aside: bool = False
    reason: Reason | None = None
    detail: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """The day an article appeared, as ISO 8601 with what is known ("2001-10-03", "2001-10", "2001").

    `start` is None when nothing is known; `end` differs from it only for an inferred range of days. Raises ValueError
    where one of them does not exist.
    """

    start: str | None = None
    end: str | None = None
    certainty: Certainty = Certainty.NONE
    evidence: str = ""

    def __post_init__(self) -> None:
        """Refuse dates that do not exist."""
        for text in (self.start, self.end):
            if text is not None and PartialDate.parse(text) is None:
                raise ValueError(f"{text!r} is no date")

    def range(self) -> tuple[PartialDate, PartialDate] | None:
        """Return its start and end, which are the same but for an inferred range; None when nothing is known."""
        start = PartialDate.parse(self.start or "")
        return None if start is None else (start, PartialDate.parse(self.end or "") or start)


@dataclass(frozen=True, slots=True)
class Article:
    """One file, read: what it says about itself, and its blocks in the file's order.

    `address` is that of its page, `captured` the day on which it was saved (ISO 8601); "" where nothing says so.
    """

    headline: str
    byline: tuple[str, ...]
    outlet: str
    outlet_evidence: str
    section: str
    dateline: str
    date: ArticleDate
    language: str
    encoding: str
    encoding_reason: str
    blocks: tuple[Block, ...]
    address: str = ""
    captured: str = ""


@dataclass(frozen=True, slots=True)
class ArticleKey:
    """What an article is known by when its number is another one: in a catalog made anew, or after its file was moved.

    `digest` is that of its content, "" where only the path is known.
    """

    path: str
    digest: str = ""

    def means(self, stored: "StoredArticle") -> bool:
        """Tell whether this is the key of an article."""
        return self.digest == stored.digest if self.digest else self.path in stored.paths


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article of the catalog: its number, all the paths that hold it, and whether it was read."""

    id: int
    paths: tuple[str, ...]
    digest: str
    words: int
    article: Article

    @property
    def path(self) -> str:
        """The first of its paths."""
        return self.paths[0]

    @property
    def key(self) -> ArticleKey:
        """What it is known by for longer than its number holds."""
        return ArticleKey(self.path, self.digest)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of article text that can be related: one block, or a part of a long one.

    `start` is where the passage begins in the text of block number `block`.
    """

    block: int
    start: int
    text: str
    first_line: int
