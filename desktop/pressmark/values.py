"""The frozen values that travel from the folder to the window."""

from dataclasses import dataclass, field
from enum import StrEnum

from pressmark.dates import PartialDate


class FileState(StrEnum):
    """What became of a file of the archive."""

    ARTICLE = "article"
    UNREADABLE = "unreadable"
    DUPLICATE = "duplicate"


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
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    PULL_QUOTE = "pull quote"
    LIST_ITEM = "list item"
    SEE_ALSO = "see also"
    CHROME = "chrome"
    BLANK = "blank"


class Scope(StrEnum):
    """How far a correction reaches."""

    ARTICLE = "article"
    OUTLET = "outlet"


class Certainty(StrEnum):
    """Whether a date is printed in the source, inferred by the program, or unknown."""

    PRINTED = "printed"
    INFERRED = "inferred"
    NONE = "none"


class RelationKind(StrEnum):
    """How two passages are related, strongest first."""

    QUOTATION = "quotation"
    WORDING = "wording"
    FACT = "fact"
    EVENT = "event"


class Sort(StrEnum):
    """The order of a result list."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Source:
    r"""One entry of the archive folder.

    `path` is relative to the folder, with "/" between its parts, and always printable: bytes that are no
    UTF-8 stand in it as \xNN. `raw` is the same path as the system's bytes, for opening. `problem` is the
    sentence that says why the entry cannot be read at all (a pipe, a dangling link ...), or empty.
    """

    path: str
    raw: bytes
    size: int
    mtime_ns: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding it was read as, and why that one."""

    text: str
    encoding: str
    reason: str


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
    """One file, read: what it says about itself, and its blocks in the file's order."""

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
class Made:
    """One thing the person made, as it is exported: an encoding or outlet chosen, an article read, a line corrected."""

    kind: str
    value: str
    when: str = ""
    digest: str = ""
    path: str = ""
    outlet: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """An article as it is opened: with the spans of the hits in each of its blocks."""

    stored: StoredArticle
    marks: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One line of the archive's health: a file, what became of it and why."""

    path: str
    state: FileState
    reason: str
    encoding: str
    encoding_reason: str
    size: int
    words: int
    article_id: int | None


@dataclass(frozen=True, slots=True)
class Totals:
    """How many files an archive has, by what became of them."""

    files: int = 0
    articles: int = 0
    unreadable: int = 0
    duplicates: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of article text that can be related: one block, or a part of a long one.

    `start` is where the passage begins in the text of block number `block`.
    """

    block: int
    start: int
    text: str
    first_line: int


@dataclass(frozen=True, slots=True)
class Filters:
    """What a result list is narrowed to, beside the query; dates are ISO 8601 and inclusive."""

    outlet: str = ""
    first_date: str = ""
    last_date: str = ""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article's text with the hits in it; a span's kind is the number of its query word."""

    text: str
    spans: tuple[Span, ...]
    first_line: int
    set_aside: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One article of a result list."""

    rank: int
    article_id: int
    path: str
    headline: str
    outlet: str
    date: ArticleDate
    score: float
    hits: int
    hits_set_aside: int
    snippets: tuple[Snippet, ...]
    like_this: tuple[str, ...] = ()
    read: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A query the person may have meant, and how many articles it finds."""

    query: str
    total: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search brought: the best hits first; those from `divider` on have only most of the words.

    The hits are those from place `offset` of all that was found; `more_from` is the place after them, 0 where there
    are no more. Only places of one `generation` of the index belong together.
    """

    query: str
    explanation: str
    notices: tuple[str, ...]
    total: int
    divider: int
    complete: bool
    milliseconds: float
    hits: tuple[Hit, ...]
    words: tuple[str, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
    outlets: tuple[tuple[str, int], ...] = ()
    offers: tuple[Offer, ...] = ()
    offset: int = 0
    more_from: int = 0
    generation: int = -1


@dataclass(frozen=True, slots=True)
class Relation:
    """A passage of one article and its counterpart in another (or the same) article.

    `spans` and `other_spans` mark, in the two texts, what they share ("shared") and where a shared word is
    spelled or put otherwise ("differs"). `block` and `other_block` are the numbers of the blocks in their articles.
    """

    block: int
    first_line: int
    text: str
    kind: RelationKind
    score: float
    other_id: int
    other_path: str
    other_headline: str
    other_outlet: str
    other_date: ArticleDate
    other_block: int
    other_first_line: int
    other_text: str
    spans: tuple[Span, ...]
    other_spans: tuple[Span, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the indexing of an archive is; the last one of a run has `finished` set."""

    stage: str
    done: int = 0
    total: int = 0
    articles: int = 0
    unreadable: int = 0
    duplicates: int = 0
    skipped_unchanged: int = 0
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    finished: bool = False
    problem: str = ""
    notices: tuple[str, ...] = field(default=())
