"""A content becomes what the catalog keeps: the article, its statistics, its text."""

from pressmark.catalog.article_rows import unpack_text
from pressmark.indexing.counts import OutletCounts, evidence
from pressmark.indexing.judging import Content, judge
from pressmark.indexing.line_keys import page_keys, unpacked
from pressmark.values import Decoded
from texts import article


def content(number: int) -> Content:
    text = article(number, "Echo")
    return Content(
        f"digest {number}",
        "echo/a.txt",
        Decoded(text, "utf-8", "valid"),
        text.split("\n"),
        ("The Echo", "chosen"),
        "signs",
        page_keys(text.split("\n")),
    )


def test_judged() -> None:
    contents = [content(number) for number in range(6)]
    counts = OutletCounts([one.keys for one in contents])
    read = judge(contents[0], counts.classes(contents[0].keys))
    assert (read.digest, read.article.outlet, read.article.outlet_evidence) == (
        "digest 0",
        "The Echo",
        "chosen",
    )
    aside = [block.text for block in read.article.blocks if block.set_aside and block.text]
    assert any("Send us your pictures of Echo" in text for text in aside)
    assert read.signs == "signs"
    assert read.words == sum(len(block.text.split()) for block in read.article.blocks if not block.set_aside)
    assert unpack_text(read.text, "utf-8", "valid") == contents[0].text
    assert unpacked(read.line_keys, read.line_grams).keys.tolist() == contents[0].keys.keys.tolist()
    assert read.evidence == evidence("The Echo", contents[0].keys, counts.classes(contents[0].keys))
    alone = judge(contents[0], OutletCounts([contents[0].keys]).classes(contents[0].keys))
    assert alone.evidence != read.evidence
