"""The invented archive that the search tests share."""
# ruff: noqa: E501

from pathlib import Path

import pytest

from pressmark.search.engine import Document
from pressmark.search.whoosh.searcher import Searcher
from pressmark.search.whoosh.writer import IndexWriter

ROWS = [
    (1, "Harbour town votes on new ferry", "The council of Port Elsing voted on a short-term loan for the ferry.", "Menu", "The Elsing Echo", "Local", "Ann Thorne", "2001-10-03"),
    (2, "NATO looks at expansion", "Nato expansion was discussed. The alliance may expand in the east.", "Sport Weather", "BBC NEWS", "Europe", "", "2001-10-04"),
    (3, "Ministers expanded the treaty", "The treaty was expanded by the ministers of defence.", "", "The Moscow Times", "Politics", "Igor Volkov", "2001-11-20"),
    (4, "Defense budget grows", "The defense budget grew by 3.5% as F-16 jets were ordered.", "Nato menu", "Tribune", "World", "Lee Marsh", "2002-01-15"),
    (5, "Co-operation on tax forms", "Form W-2 is filed twice. Security co-operation goes on.", "", "Tribune", "Money", "", "2002-02"),
    (6, "Cooperation without forms", "The cooperation agreement was signed after 9/11 by O'Brien.", "", "BBC NEWS", "World", "", "2003"),
    (7, "Banquo's ghost on stage", "Banquo's ghost walked. The ship s/s Alder sank; C++ was unknown.", "", "The Elsing Echo", "Arts", "Ann Thorne", ""),
    (8, "Café opens in the old centre", "A café opened in the centre of the organisation’s town.", "", "The Elsing Echo", "Local", "", "1999-05-06"),
    (9, "Cafe closes", "The cafe at the center of the organization closed.", "", "Tribune", "Local", "", "2004-07-08"),
    (10, "U.S. president in Brussels", "The U.S. president met the press. The press met nobody else.", "", "BBC NEWS", "Europe", "", "2001-10-05"),
    (11, "Президент в Москве", "Президент встретил гостей в Москве.", "", "Известия", "", "", "2001-10-06"),
    (12, "東京で会議", "東京で経済会議が開かれた。", "", "朝日", "", "", "2005-01-01"),
    (13, "Ferry sinks", "The old ferry sank.\n\nLoan sharks circled the short pier on term day.", "", "Tribune", "Local", "", "2001-10-03"),
    (14, "Quiet day", "Nothing happened at all.", "ferry timetable expansion", "Tribune", "", "", "2006-06-06"),
    (15, "AT&T and the naïve state-of-the-art", "AT&T made a state-of-the-art switch; naïve buyers came.", "", "Tribune", "Money", "", "2006-06-07"),
]  # fmt: skip


@pytest.fixture(scope="session")
def documents() -> list[Document]:
    return [Document(*row) for row in ROWS]


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, documents: list[Document]) -> Path:
    """An index of two segments, one with a replaced and a removed article."""
    folder = tmp_path_factory.mktemp("archive") / "index"
    with IndexWriter(folder) as writer:
        writer.replace([Document(1, "Old", "ferry nonsense"), Document(99, "Gone", "ferry"), *documents[1:8]])
        writer.commit()
        writer.replace([documents[0], *documents[8:]])
        writer.remove([99])
        writer.commit()
    return folder


@pytest.fixture(scope="session")
def searcher(archive: Path) -> Searcher:
    return Searcher(archive)
