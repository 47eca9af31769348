"""What the names of an element say of it: hand-made groups of class words, and all words as numbers for a learned table."""

import re
from functools import lru_cache
from typing import Final
from zlib import crc32

# What stands in class, id, role and kin -> what it is about; the groups are columns of the evidence.
GROUPS: Final = {
    "comment": "comment comments disqus livefyre reply replies discussion respond kommentar kommentare "
    "commentaires comentarios",
    "menu": "nav navi navigation menu submenu breadcrumb breadcrumbs tabs topbar navbar sitemap",
    "footer": "footer foot colophon copyright legal disclaimer imprint",
    "header": "header masthead banner logo branding top",
    "side": "sidebar side aside rail secondary complementary right col3",
    "related": "related recommend recommended recommendation more moreon readmore also similar popular trending "
    "latest teaser teasers promo recirc outbrain taboola further next previous list headlines stories "
    "mostread mehr",
    "share": "share sharing social facebook twitter linkedin whatsapp tools toolbar print email addthis "
    "sharebar follow",
    "advert": "ad ads advert advertisement advertising sponsor sponsored dfp gpt werbung anzeige publicidad "
    "promotion",
    "appeal": "newsletter subscribe subscription signup register registration paywall offer donate membership "
    "login signin premium",
    "author": "author byline bio writer contributor autor auteur profile",
    "day": "date time timestamp published pubdate updated datetime meta postmeta info dateline",
    "caption": "caption credit photo image img figure picture media gallery slideshow foto wp bildunterschrift",
    "tags": "tag tags keyword keywords topic topics category categories label",
    "consent": "cookie cookies consent gdpr privacy cmp didomi onetrust",
    "layer": "popup modal overlay dialog lightbox tooltip dropdown hidden sr screen",
    "widget": "widget box module block card item panel",
    "article": "article story content body text entry post main articlebody storybody richtext copy paragraph "
    "prose artikel",
    "headline": "title headline heading hed h1 kicker eyebrow overline",
    "summary": "summary lead lede intro standfirst excerpt description deck dek abstract subtitle subhead "
    "teasertext vorspann chapo",
    "quote": "quote blockquote pullquote pull quotation zitat",
    "embed": "embed tweet video player audio live liveblog infobox factbox fact table chart poll quiz podcast",
    "form": "form search input button subscribeform field",
}  # fmt: skip
NAMES: Final = tuple(GROUPS)
_BIT: Final = {word: 1 << number for number, words in enumerate(GROUPS.values()) for word in words.split()}
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Of an element's names so many words are looked at, each of at most so many letters.
MOST_WORDS, LONGEST_WORD = 24, 24


@lru_cache(maxsize=1 << 14)
def words_of(names: str) -> tuple[str, ...]:
    """Return the words of class, id and kin, in small letters, each once: "post-bodyText" has three."""
    found = [word.lower()[:LONGEST_WORD] for word in _WORD.findall(names[:1000])]
    return tuple(dict.fromkeys(word for word in found if len(word) > 1))[:MOST_WORDS]


@lru_cache(maxsize=1 << 14)
def groups_of(names: str) -> int:
    """Return the groups of the words, a bit each."""
    found = 0
    for word in words_of(names):
        found |= _BIT.get(word, 0)
    return found


@lru_cache(maxsize=1 << 14)
def numbers_of(names: str) -> tuple[int, ...]:
    """Return the words as numbers of 32 bits, the same on every machine."""
    return tuple(crc32(word.encode()) for word in words_of(names))
