"""XML that anybody may have made."""

import pytest

from pressmark.reading.formats.xml_source import ParseError, local_name, parsed


def test_names_without_their_namespace() -> None:
    root = parsed(b'<a xmlns="urn:x"><b/></a>')
    assert [local_name(node) for node in root.iter()] == ["a", "b"]


@pytest.mark.parametrize(
    "source",
    [
        b'<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>',
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
        b"<a>",
        b"no xml",
    ],
)
def test_what_declares_entities_or_is_broken_is_refused(source: bytes) -> None:
    with pytest.raises(ParseError):
        parsed(source)
