"""The outlet of each article: what the person chose, else what its page says, its folder's pages agree on, or its folder."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from pressmark.catalog.catalog import Catalog, OutletRow
from pressmark.catalog.changes import Changes
from pressmark.catalog.chosen_outlets import Choices
from pressmark.reading.decode import harmless, lines_of
from pressmark.reading.outlet import Signs, decide, known_outlet, signs, top_folder

# So many pages of a folder, under different headlines, must name a site, and of all its pages this share.
LEAST_PAGES, LEAST_SHARE = 3, 0.5
SEEN = "outlets_chosen"  # the catalog's note of which choices its articles follow


class Outlets:
    """What is known of the outlets of an archive, by folder."""

    def __init__(self, choices: Choices, known: Iterable[Signs] = ()) -> None:
        """Begin with what the person chose and the pages that are known."""
        self._choices = choices
        self._pages: Counter[str] = Counter()
        self._named: dict[tuple[str, str], set[int]] = {}
        self._best: dict[str, tuple[int, str]] = {}
        for said in known:
            self.learn(said)

    def learn(self, said: Signs, pages: int = 1) -> None:
        """Take in what one more page says, or so many that all say just this."""
        self._pages[said.folder] += pages
        for name, page in said.names:
            named = self._named.setdefault((said.folder, name), set())
            named.add(page)
            self._best[said.folder] = max(self._best.get(said.folder, (0, "")), (len(named), name))

    def of(self, digest: str, path: str, said: Signs) -> tuple[str, str]:
        """Return the outlet of an article and the evidence for it."""
        return self._choices.of(digest, path) or self.of_page(said)

    def of_page(self, said: Signs) -> tuple[str, str]:
        """Return the outlet that a page speaks for, whatever the person chose, and the evidence for it."""
        return decide(said, self._agreed(said.folder))

    def _agreed(self, folder: str) -> tuple[str, str] | None:
        """Return the name that most pages of a folder give themselves."""
        pages, name = self._best.get(folder, (0, ""))
        if not folder or pages < max(LEAST_PAGES, LEAST_SHARE * self._pages[folder]):
            return None
        return known_outlet(name), f"most pages of the folder “{folder}” call themselves so"


def outlets_of(catalog: Catalog, choices: Choices) -> Outlets:
    """Return what the pages of an archive say; pages that say the same are read once, however many they are."""
    outlets = Outlets(choices)
    for packed, _, _, pages in catalog.outlets_by_signs():
        outlets.learn(unpack_signs(packed), pages)
    return outlets


def settle_outlets(catalog: Catalog, store: Changes, choices: Choices, ask: Callable[[], None]) -> None:
    """Give each article the outlet that all that is known now speaks for.

    `ask` is called between two articles; what it raises ends the work, and the next run begins it again.
    """
    wanted = _digest(choices)
    chosen_anew = catalog.meta(SEEN) != wanted
    if not store.stale_outlets() and not chosen_anew:
        return
    for number, _, path, _, _, packed in list(catalog.outlets_of(store.touched())):
        ask()
        if unpack_signs(packed).folder != top_folder(path):
            text = catalog.text(number)
            said = signs(lines_of(harmless(text.text)), path, text.says.outlet)
            store.note_signs(number, pack_signs(said))
    outlets = outlets_of(catalog, choices)
    rows = catalog.outlets_of_articles() if chosen_anew else _doubtful(catalog, store, outlets)
    found = []
    for number, digest, path, *known, packed in rows:
        ask()
        now = outlets.of(digest, path, unpack_signs(packed))
        if now != tuple(known):
            found.append((number, now))
    with store.together():
        for number, (name, evidence) in found:
            store.set_outlet(number, name, evidence)
        store.outlets_settled()
        store.set_meta(**{SEEN: wanted})


def _doubtful(catalog: Catalog, store: Changes, outlets: Outlets) -> Iterator[OutletRow]:
    """Yield the articles whose files came or went, or whose outlet is not what their page speaks for."""
    yield from catalog.outlets_of(store.touched())
    for packed, name, evidence, _ in list(catalog.outlets_by_signs()):
        if outlets.of_page(unpack_signs(packed)) != (name, evidence):
            yield from catalog.outlets_of_pages(packed, name, evidence)


def pack_signs(said: Signs) -> str:
    """Return signs as the catalog keeps them."""
    return json.dumps([said.folder, said.sure, said.likely, said.names], ensure_ascii=True)


@lru_cache(maxsize=1 << 12)  # most pages of a folder say the same
def unpack_signs(packed: str) -> Signs:
    """Return the signs that pack_signs wrote."""
    folder, sure, likely, names = json.loads(packed)
    return Signs(
        folder,
        tuple(sure) if sure else None,
        tuple(likely) if likely else None,
        tuple((name, page) for name, page in names),
    )


def _digest(choices: Choices) -> str:
    told = json.dumps([sorted(part.items()) for part in (choices.digests, choices.paths, choices.folders)])
    return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()
