"""All that the person made, as it is exported."""

from collections.abc import Iterator

from pressmark.catalog.catalog import Catalog
from pressmark.catalog.user_data import UserData
from pressmark.values import Made, Scope

TEXT, NOT_TEXT = "article text", "not article text"


def made(user: UserData, catalog: Catalog) -> Iterator[Made]:
    """Yield the encodings and outlets chosen, the articles read and the lines corrected, with the files they belong to.

    An outlet chosen for a folder has the folder's path, and no digest.
    """
    for digest, encoding in sorted(user.encodings().items()):
        yield Made("encoding", encoding, digest=digest, path=_path(catalog, digest))
    for name, digest, path in user.outlets_chosen():
        yield Made("outlet", name, digest=digest, path=(digest and _path(catalog, digest)) or path)
    for digest, when in user.read_when().items():
        yield Made("read", "yes", when, digest, _path(catalog, digest))
    for one in user.corrections():
        value = TEXT if one.keep else NOT_TEXT
        if one.scope is Scope.OUTLET:
            yield Made("correction", value, one.when, outlet=one.whose, text=one.text)
        else:
            path = _path(catalog, one.whose) or one.path
            yield Made("correction", value, one.when, one.whose, path, text=one.text)


def _path(catalog: Catalog, digest: str) -> str:
    """Return where a content lies now, or "" for one the archive no longer has."""
    return next(iter(catalog.paths_with(digest)), "")
