"""What the index and the corrections themselves have to follow: the person's word, and files that move or change."""

from pressmark.catalog.affected import affected
from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import Changes
from pressmark.catalog.userdata import UserData
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
    """Have the corrections of single articles follow their files: a moved one by its content, a changed one by its path."""
    places = {(one.whose, one.path) for one in user.corrections_since(0) if one.scope is Scope.ARTICLE}
    for digest, path in sorted(places):
        paths = catalog.paths_with(digest)
        if paths and path not in paths:
            user.move(digest, digest, next(iter(paths)))
        elif not paths:
            _follow_change(catalog, user, digest, path)


def _follow_change(catalog: Catalog, user: UserData, digest: str, path: str) -> None:
    try:
        stored = catalog.article(catalog.number_at(path))
    except NotInArchive:
        return  # deleted, or not readable now: the corrections wait
    user.move(digest, stored.digest, path)
