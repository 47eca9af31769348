"""No article loses its text to what other files say, whatever these are, and furniture that repeats is still set aside."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.catalog.catalog import Catalog
from pressmark.indexing.pipeline import index
from pressmark.reading.article import read_article
from pressmark.values import Article, BlockKind, Decoded, Reason
from texts import WORDS

FURNITURE = "Send us your pictures\nAll the day's stories\nThe Elsing Courier\n\n"
FOOT = "\nTerms of use\nContact us\n© 2004 The Elsing Courier. All rights reserved.\n"
PARAGRAPHS = [
    f"The {one} at Port Elsing was {done} by the {other} on {day}, and the {one} will stay as it is until the {end}."
    for one, other, done, day, end in zip(
        WORDS[:12],
        WORDS[12:24],
        ["closed", "opened", "painted", "bought", "sold", "moved"] * 2,
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Sunday"] * 2,
        ["spring", "summer", "autumn", "winter"] * 3,
        strict=True,
    )
]
BACKGROUND = "The old mill was built in 1871 after a fire, and the town has fought over it ever since the roof came down."
APPEAL = "You read this for nothing, and we can only go on if our readers give us what they can each month."
VERSE = [f"The {one} is on the {other} now" for one, other in zip(WORDS[:12], WORDS[12:24], strict=True)]


def read(files: dict[str, str]) -> dict[str, Article]:
    """Index an archive of these files; return its articles by path."""
    with tempfile.TemporaryDirectory() as folder:
        root, data = Path(folder) / "archive", Path(folder) / "data"
        root.mkdir()
        for path, text in files.items():
            (root / path).write_text(text, encoding="utf-8")
        assert list(index(root, data))[-1].finished
        catalog = Catalog(data)
        try:
            numbers = {path: catalog.number_at(path) for path in files}
            return {path: catalog.article(number).article for path, number in numbers.items()}
        finally:
            catalog.close()


def kept(article: Article) -> list[str]:
    """Return the article's text, without its headline."""
    return [
        block.text
        for block in article.blocks
        if not block.set_aside and block.kind not in (BlockKind.BLANK, BlockKind.HEADLINE)
    ]


def alone(text: str) -> list[str]:
    """Return what is kept of a text that no other file says anything about."""
    return kept(read_article(Decoded(text, "utf-8", ""), "a.txt"))


@pytest.mark.parametrize("copies", [4, 6, 20, 21, 22, 60])
def test_saved_copies_of_one_page(copies: int) -> None:
    body = [*PARAGRAPHS[:2], "What is to come", *PARAGRAPHS[2:5]]
    head = "Harbour at Port Elsing closed\nBy Ann Thorne\n12 March 2004\n\n"
    pages = {}
    for number in range(copies):
        seen, other = WORDS[number % 24], WORDS[(number + 5) % 24]
        most_read = f"Most read\n{seen} vote {number}\n{other} plan {number}\n{FOOT}"
        text = "\n\n".join([f"{FURNITURE}{number % 28 + 1} April 2004", head + "\n\n".join(body), most_read])
        pages[f"{number:02}.txt"] = text
    for article in read(pages).values():
        assert [text for text in body if text not in kept(article)] == []
        assert article.headline == "Harbour at Port Elsing closed"


@pytest.mark.parametrize("copies", [4, 9, 30])
def test_saved_copies_of_verse(copies: int) -> None:
    pages = {
        f"{n:02}.txt": f"{FURNITURE}Seen {n * 'x'}\n\nA song of Port Elsing\n\n"
        + "\n".join(VERSE)
        + f"\n{FOOT}"
        for n in range(copies)
    }
    for path, article in read(pages).items():
        assert kept(article) == alone(pages[path])


@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_background_paragraph_that_many_stories_share(place: int) -> None:
    pages = {}
    for number in range(11):
        body = [PARAGRAPHS[number], PARAGRAPHS[(number + 1) % 12], PARAGRAPHS[(number + 5) % 12]]
        body = [
            text.replace("Port Elsing", f"the mill of {WORDS[number]} {number} street").replace(
                "Monday", str(number)
            )
            for text in body
        ]
        body.insert(place, BACKGROUND)
        text = "\n\n".join(body)
        pages[f"{number:02}.txt"] = (
            f"{FURNITURE}The mill and the {WORDS[number]}\n{number + 1} May 2004\n\n{text}\n{FOOT}"
        )
    for article in read(pages).values():
        assert BACKGROUND in kept(article)
        assert "Send us your pictures" not in kept(article)


def test_furniture_that_repeats_is_set_aside_all_the_same() -> None:
    pages = {}
    for number in range(9):
        body = [
            text.replace("Port Elsing", f"town {number * 'x'}") for text in PARAGRAPHS[number : number + 3]
        ]
        text = "\n\n".join([body[0], APPEAL, *body[1:]])
        pages[f"{number}.txt"] = (
            f"{FURNITURE}The {WORDS[number]} and its end\n{number + 1} May 2004\n\n{text}\n{FOOT}"
        )
    for article in read(pages).values():
        aside = {block.text: block.reason for block in article.blocks if block.set_aside}
        assert aside[APPEAL] is Reason.REPEATED
        assert {"Send us your pictures", "Terms of use"} <= aside.keys()


BODIES = st.lists(st.sampled_from([*PARAGRAPHS, BACKGROUND, APPEAL, *VERSE]), max_size=6, unique=True)
PAGES = st.tuples(
    st.sampled_from(["", FURNITURE]),
    st.sampled_from(["Mill to be closed", "The ferry", ""]),
    st.sampled_from(["", "3 May 2004"]),
    BODIES,
    st.sampled_from(["", FOOT]),
    st.integers(1, 24),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(PAGES, min_size=1, max_size=5))
def test_no_article_ends_up_without_text_by_what_other_files_say(
    pages: list[tuple[str, str, str, list[str], str, int]],
) -> None:
    files = {}
    for number, (top, headline, day, body, foot, copies) in enumerate(pages):
        for copy in range(copies):
            text = "\n".join([top, f"Seen {copy * 'x'}", headline, day, "", "\n\n".join(body), foot])
            files[f"{number}-{copy:02}.txt"] = text
    for path, article in read(files).items():
        before, after = alone(files[path]), kept(article)
        assert bool(after) >= bool(before), path
        amid = [text for text in before if text in (*PARAGRAPHS, BACKGROUND)][1:-1]
        assert [text for text in amid if text not in after] == [], path
