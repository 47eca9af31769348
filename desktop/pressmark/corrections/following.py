"""What the index and the corrections themselves have to follow: the person's word, and files that move or change."""

from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import Changes
from pressmark.catalog.user_data import UserData
from pressmark.corrections.affected import affected
from pressmark.errors import NotInArchive
from pressmark.values import Scope

SERIAL = "corrections_serial"


def follow_corrections(catalog: Catalog, store: Changes, user: UserData) -> int:
    """Have the articles published again whose lines were corrected since the last run; return how many."""
    last, known = user.last_correction(), int(catalog.meta(SERIAL, "0"))
    if last == known:
        return 0
    lost = last < known  # the person's own data were lost: what the index has of them must go
    everything = (number for number, _ in catalog.terms())
    numbers = set(everything) if lost else affected(catalog, user.corrections_since(known))
    with store.together():
        store.publish_again(sorted(numbers))
        store.set_meta(**{SERIAL: str(last)})
    return len(numbers)


def follow_files(catalog: Catalog, user: UserData) -> None:
    """Have corrections follow what they were made for.

    Those of an article follow its file: one that was moved by its content, one that changed by its path. Those of an
    outlet whose name no article has any more follow the article in which they were made.
    """
    for scope, whose, path in sorted({(one.scope, one.whose, one.path) for one in user.corrections_since(0)}):
        if scope is Scope.OUTLET:
            now = "" if catalog.has_outlet(whose) else _outlet_at(catalog, path)
            if now:
                user.move(scope, whose, now, path)
            continue
        paths = catalog.paths_with(whose)
        if paths and path not in paths:
            user.move(scope, whose, whose, next(iter(paths)))
        elif not paths and (digest := _digest_at(catalog, path)):
            user.move(scope, whose, digest, path)


def _digest_at(catalog: Catalog, path: str) -> str:
    """Return the digest of the article at a path; "" where the file was deleted or cannot be read: they wait for it."""
    try:
        return catalog.article(catalog.number_at(path)).digest
    except NotInArchive:
        return ""


def _outlet_at(catalog: Catalog, path: str) -> str:
    try:
        return catalog.article(catalog.number_at(path)).article.outlet
    except NotInArchive:
        return ""
