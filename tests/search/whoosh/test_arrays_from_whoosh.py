"""A missing companion file is made again from Whoosh's own files, the same to the last number."""

from pathlib import Path

import numpy as np

from pressmark.search.whoosh.arrays import load
from pressmark.search.whoosh.arrays_from_whoosh import arrays_of
from pressmark.search.whoosh.storage import read_table, segment_arrays
from pressmark.search.whoosh.whoosh_parts import Storage


def test_the_same_arrays(archive: Path) -> None:
    whole = [segment for segment in read_table(archive).segments if not segment.has_deletions()]
    assert whole
    for segment in whole:
        kept = load(archive / segment.make_filename(".arrays"))
        again = arrays_of(Storage(str(archive)), segment)
        for name in ("ids", "first_days", "last_days", "outlet_of"):
            assert np.array_equal(getattr(kept, name), getattr(again, name))
        assert kept.outlets == again.outlets
        for name, field in kept.fields.items():
            other = again.fields[name]
            assert field.vocabulary.slice(0, len(field.vocabulary)) == other.vocabulary.slice(
                0, len(other.vocabulary)
            )
            for part in ("starts", "docs", "weights", "counts", "firsts", "positions"):
                assert np.array_equal(getattr(field, part), getattr(other, part)), (name, part)
            assert not field.placed or np.array_equal(field.lengths, other.lengths)


def test_a_missing_companion_is_kept_when_asked(archive: Path) -> None:
    segment = read_table(archive).segments[0]
    path = archive / segment.make_filename(".arrays")
    before = path.read_bytes()
    path.unlink()
    segment_arrays(archive, segment)
    assert not path.exists()
    segment_arrays(archive, segment, keep=True)
    assert load(path).ids.tolist() == segment_arrays(archive, segment).ids.tolist()
    path.write_bytes(before)
