"""XML of files that anybody may have made: nothing in it is expanded or fetched."""

import re
from typing import Final
from xml.etree import ElementTree

ParseError = ElementTree.ParseError
_ENTITIES: Final = re.compile(rb"<!ENTITY|<!DOCTYPE[^>]*\[", re.IGNORECASE)


def parsed(source: bytes) -> ElementTree.Element:
    """Return the root of an XML text; raises ParseError, also for one that declares entities, which unpack to anything.

    Entities declared elsewhere are not looked up: expat fetches nothing.
    """
    if _ENTITIES.search(source):
        raise ParseError("it declares entities of its own")
    return ElementTree.fromstring(source)  # noqa: S314 - without entities there is nothing to expand


def local_name(node: ElementTree.Element) -> str:
    """Return the name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]
