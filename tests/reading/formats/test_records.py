"""Articles as records."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from containers import members, with_places
from pressmark.reading import formats
from pressmark.reading.article import read_article
from pressmark.reading.formats.records import article_of
from pressmark.values import Article, Member

TEXT = "The old ferry sailed again on Sunday with forty people on her deck."
REST = "Ann Thorne,Riverton Echo,https://echo.example/ferry"
ANY = st.none() | st.booleans() | st.text() | st.floats()
RECORD = {
    "title": "Ferry sails again", "content": TEXT, "publishedAt": "2003-05-05T10:00:00Z", "author": "Ann Thorne",
    "source": {"id": None, "name": "Riverton Echo"}, "url": "https://echo.example/ferry",
}  # fmt: skip


def read(member: Member) -> Article:
    page = formats.read(member.data, member.reads)
    assert member.metadata is not None
    return read_article(replace(page, metadata=member.metadata), member.name)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (json.dumps({"status": "ok", "articles": [RECORD, RECORD]}), "a.json"),
        (json.dumps([RECORD, {"no": "article"}, RECORD]), "a.json"),
        (json.dumps({"response": {"docs": [RECORD]}}), "a.json"),
        (json.dumps(RECORD), "a.json"),
        ("\n".join([json.dumps(RECORD)] * 2), "a.jsonl"),
        (f'headline,body,date,byline,publication,link\nFerry sails again,"{TEXT}",2003-05-05,{REST}\n', "a.csv"),
        (f"Title;Text;Date;Author;Source;URL\nFerry sails again;{TEXT};5 May 2003;{REST.replace(',', ';')}\n", "a.csv"),
    ],
)  # fmt: skip
def test_the_usual_fields_are_known(data: str, name: str) -> None:
    article = read(members(data.encode(), name)[0])
    assert (article.headline, article.date.start, article.byline) == (
        "Ferry sails again",
        "2003-05-05",
        ("Ann Thorne",),
    )
    assert (article.outlet, article.address) == ("Riverton Echo", "https://echo.example/ferry")
    assert TEXT in "\n".join(block.text for block in article.blocks)


def test_a_text_with_tags_is_read_as_a_page() -> None:
    member = article_of(
        RECORD | {"content": f"<p>{TEXT}</p><p>Fares <b>stay</b> as they were, the office said.</p>"}, "1"
    )
    assert member is not None
    assert member.reads.endswith(".html")
    assert "Fares stay as they were" in formats.read(member.data, member.reads).text


def test_one_goes_on_where_one_left() -> None:
    data = "\n".join(json.dumps(RECORD | {"title": f"Ferry {number}"}) for number in range(3)).encode()
    assert [member.name for member in members(data, "a.jsonl", with_places(data, "a.jsonl")[0][0])] == [
        "2",
        "3",
    ]


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b'{"a": 1}', "a.json", "None of its records"),
        (b'[{"title": "x"}, 3, null]', "a.json", "None of its records"),
        (b'{"articles": [', "a.json", "no whole JSON"),
        (b"[" * 100_000, "a.json", "no whole JSON"),
        (b"a,b\n1,2\n", "a.csv", "None of its records"),
    ],
)
def test_what_has_no_article_is_one_sentence(data: bytes, name: str, why: str) -> None:
    (only,) = members(data, name)
    assert why in only.problem


@given(
    st.recursive(
        st.none() | st.booleans() | st.text() | st.floats(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_json_is_an_article_or_none(value: object) -> None:
    found = article_of(value, "1")
    assert found is None or found.data
