"""What the tags of a page tell, as the catalog keeps it, and back: an article is judged again without its file."""

import dataclasses
import json
import zlib
from typing import Any

from pressmark.values import BlockKind, Decoded, Link, Metadata, Picture, Reason, Stated, Tags

COMPRESSION = 3
SHOWN = 2  # figures behind the point that the log-odds of a line keep


def pack_markup(page: Decoded) -> bytes:
    """Return tags, metadata, links and pictures compressed; nothing for a plain text."""
    if page.tags is None and page.metadata is None:
        return b""
    told = {
        "tags": _tags(page.tags),
        "metadata": _metadata(page.metadata),
        "links": [(link.line, link.words, link.address) for link in page.links],
        "pictures": [(picture.line, picture.source, picture.words) for picture in page.pictures],
    }
    return zlib.compress(json.dumps(told, separators=(",", ":")).encode(), COMPRESSION)


def unpack_markup(
    packed: bytes,
) -> tuple[Tags | None, Metadata | None, tuple[Link, ...], tuple[Picture, ...]]:
    """Return what pack_markup made into bytes."""
    if not packed:
        return None, None, (), ()
    told = json.loads(zlib.decompress(packed))
    links = tuple(Link(*link) for link in told["links"])
    pictures = tuple(Picture(*picture) for picture in told["pictures"])
    return _tags_of(told["tags"]), _metadata_of(told["metadata"]), links, pictures


def _tags(tags: Tags | None) -> dict[str, Any] | None:
    """Return tags with each place written once."""
    if tags is None:
        return None
    places = [place for place in dict.fromkeys(tags.place) if place is not None]
    number = {place: at for at, place in enumerate(places)}
    return {
        "odds": [round(odds, SHOWN) for odds in tags.odds],
        "kind": [kind and kind.value for kind in tags.kind],
        "places": [[reason.value, words] for reason, words in places],
        "place": [number.get(place, -1) if place else -1 for place in tags.place],
    }


def _tags_of(told: dict[str, Any] | None) -> Tags | None:
    if told is None:
        return None
    places = [(Reason(reason), words) for reason, words in told["places"]]
    return Tags(
        tuple(told["odds"]),
        tuple(BlockKind(kind) if kind else None for kind in told["kind"]),
        tuple(places[at] if at >= 0 else None for at in told["place"]),
    )


def _metadata(metadata: Metadata | None) -> dict[str, Any] | None:
    return None if metadata is None else dataclasses.asdict(metadata)


def _metadata_of(told: dict[str, Any] | None) -> Metadata | None:
    if told is None:
        return None
    names = tuple(Stated(**name) for name in told.pop("names"))
    return Metadata(names=names, **{field: Stated(**said) if said else None for field, said in told.items()})
