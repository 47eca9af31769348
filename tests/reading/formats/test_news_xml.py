"""XML of agencies and libraries."""

import pytest

from pressmark.errors import FileUnreadable
from pressmark.reading import formats

FIRST = "The old ferry sailed again on Sunday."
SECOND = "Fares stay as they were, the office said."
NITF = f"""<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE nitf SYSTEM "http://www.nitf.org/nitf.dtd">
<nitf><head><title>a title</title><docdata>
<date.issue norm="20030505T000000"/><doc.copyright holder="Riverton Echo"/></docdata></head>
<body><body.head><hedline><hl1>Ferry sails again</hl1></hedline><byline>By <person>Ann Thorne</person></byline></body.head>
<body.content><block><p>{FIRST}</p><p>Fares stay <em>as they were</em>,
the office said.</p></block></body.content></body></nitf>"""
NEWSML = f"""<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta>
<versionCreated>2003-05-05T10:00:00Z</versionCreated>
<provider literal="Riverton Echo"/></itemMeta><contentMeta>
<headline>Ferry sails again</headline><by>By Ann
Thorne</by></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{FIRST}</p><p>{SECOND}</p></body></html>
</inlineXML></contentSet></newsItem>"""
TEI = f"""<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Ferry
sails again</title><author>Ann Thorne</author></titleStmt><publicationStmt>
<publisher>Riverton Echo</publisher><date when="2003-05-05"/></publicationStmt>
</fileDesc></teiHeader><text><body>
<div><head>Ferry sails again</head><p>{FIRST}</p><p>{SECOND}</p></div></body></text></TEI>"""
ALTO = """<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v2#"><Layout><Page><PrintSpace>
<TextBlock><TextLine><String CONTENT="The"/><SP/><String CONTENT="old"/><SP/><String CONTENT="fer" SUBS_TYPE="HypPart1"
SUBS_CONTENT="ferry"/><HYP CONTENT="-"/></TextLine><TextLine><String CONTENT="ry" SUBS_TYPE="HypPart2"
SUBS_CONTENT="ferry"/><SP/>
<String CONTENT="sailed."/></TextLine></TextBlock><TextBlock><TextLine><String CONTENT="Fares"/></TextLine></TextBlock>
</PrintSpace></Page></Layout></alto>"""


@pytest.mark.parametrize("source", [NITF, NEWSML, TEI])
def test_the_article_and_what_is_said_of_it(source: str) -> None:
    read = formats.read(source.encode(), "a.xml")
    assert read.text == f"Ferry sails again\n\n{FIRST}\n\n{SECOND}"
    said = read.says
    assert [one and one.value for one in (said.headline, said.day, said.outlet)] == [
        "Ferry sails again", "2003-05-05", "Riverton Echo",
    ]  # fmt: skip
    assert [name.value for name in said.names] == ["Ann Thorne"]


def test_the_blocks_of_a_scanned_page() -> None:
    assert formats.read(ALTO.encode(), "page.xml").text == "The old ferry\nsailed.\n\nFares"


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (NITF[:-40], "damaged"),
        (NITF.replace("SYSTEM", '[<!ENTITY a "b">] SYSTEM'), "damaged"),
        ('<?xml version="1.0"?><nitf><body/></nitf>', "no text of an article"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(source: str, why: str) -> None:
    with pytest.raises(FileUnreadable, match=why):
        formats.read(source.encode(), "a.xml")
