"""The frozen values that travel from the folder to the window, by subject."""

from pressmark.values.articles import (
    Article,
    ArticleDate,
    ArticleKey,
    Block,
    BlockKind,
    Certainty,
    Line,
    Passage,
    Reason,
    Span,
    StoredArticle,
)
from pressmark.values.files import MEMBER, PART_OF, FileRecord, FileState, Progress, Source, Totals
from pressmark.values.made import Correction, ListedCorrection, Made, Scope
from pressmark.values.members import Member
from pressmark.values.opened import Opened
from pressmark.values.pages import Decoded, Link, Metadata, Picture, Stated, Tags
from pressmark.values.relations import Relation, RelationKind
from pressmark.values.searches import Answer, Filters, Hit, Offer, Snippet, Sort

__all__ = [
    "MEMBER",
    "PART_OF",
    "Answer",
    "Article",
    "ArticleDate",
    "ArticleKey",
    "Block",
    "BlockKind",
    "Certainty",
    "Correction",
    "Decoded",
    "FileRecord",
    "FileState",
    "Filters",
    "Hit",
    "Line",
    "Link",
    "ListedCorrection",
    "Made",
    "Member",
    "Metadata",
    "Offer",
    "Opened",
    "Passage",
    "Picture",
    "Progress",
    "Reason",
    "Relation",
    "RelationKind",
    "Scope",
    "Snippet",
    "Sort",
    "Source",
    "Span",
    "Stated",
    "StoredArticle",
    "Tags",
    "Totals",
]
