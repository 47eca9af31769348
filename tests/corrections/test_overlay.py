"""The person's word laid over an article: it holds, and no line is lost by it."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from gui.samples import article, blocks_of
from pressmark.catalog.user_data import UserData
from pressmark.corrections.keys import key_of
from pressmark.corrections.overlay import Amending, Overlay, corrected, corrections_of
from pressmark.reading import formats
from pressmark.reading.article import read_article
from pressmark.values import Article, Block, BlockKind, Correction, Reason, Scope, StoredArticle
from saved_pages import page

BLOCKS = st.lists(
    st.tuples(
        st.sampled_from(list(BlockKind)), st.sampled_from(["one", "two 2", "Two 3!", "|", "* one", ""]),
        st.sampled_from([None, Reason.MENU]),
    ),
    min_size=1, max_size=12,
)  # fmt: skip


def stored(shown: Article, digest: str = "d", path: str = "a.txt") -> StoredArticle:
    return StoredArticle(1, (path,), digest, 9, shown)


def said(text: str, keep: bool | None, scope: Scope = Scope.ARTICLE) -> Correction:
    whose = "d" if scope is Scope.ARTICLE else "The Riverton Echo"
    return Correction(scope, whose, key_of(text, scope), text, keep, "2026-01-01", "a.txt")


@given(BLOCKS, st.lists(st.tuples(st.integers(0, 11), st.booleans(), st.sampled_from(Scope)), max_size=6))
def test_every_line_stands_in_exactly_one_block_whatever_is_said(described: list, acts: list) -> None:
    plain = article(blocks=blocks_of(*described))
    shown = stored(plain)
    said: tuple[Correction, ...] = ()
    for number, keep, scope in acts:
        if number < len(described):
            said += corrections_of(shown, [number], keep=keep, scope=scope, when="")
            after = Overlay(said).amend(stored(plain)).article
            block = after.blocks[number]
            if block.kind is not BlockKind.BLANK:
                assert block.set_aside is not keep, "the last word holds"
            shown = stored(after)
    lines = [(block.first_line, block.last_line, block.text) for block in shown.article.blocks]
    assert lines == [(block.first_line, block.last_line, block.text) for block in plain.blocks]
    for block in shown.article.blocks:
        assert (block.reason is not None) is block.set_aside


def test_a_kept_line_is_a_paragraph_with_its_quotations() -> None:
    plain = article(
        blocks=blocks_of((BlockKind.CHROME, 'He said "we shall sail tomorrow" there', Reason.LINKS))
    )
    (block,) = corrected(plain, [said(plain.blocks[0].text, True)]).blocks
    assert (block.kind, block.set_aside, block.reason) == (BlockKind.PARAGRAPH, False, None)
    assert block.detail.startswith("marked by you")
    assert [block.text[span.start : span.end] for span in block.spans] == ["we shall sail tomorrow"]


def test_a_line_that_is_no_text_carries_the_persons_reason() -> None:
    shown = corrected(article(2), [said("By Ann Thorne", False)])
    block = next(one for one in shown.blocks if one.text == "By Ann Thorne")
    assert (block.kind, block.reason) == (BlockKind.CHROME, Reason.YOU)
    assert shown.byline == ()


def test_the_article_goes_before_the_outlet() -> None:
    word = "All rights reserved"
    for own, general, kept in (
        (True, False, True),
        (False, True, False),
        (None, True, True),
        (None, None, False),
    ):
        shown = corrected(article(1), [said(word, own), said(word, general, Scope.OUTLET)])
        assert shown.blocks[-1].set_aside is not kept


def test_the_headline_can_be_set_aside_and_another_line_be_it() -> None:
    plain = article(2)
    without = corrected(plain, [said(plain.headline, False)])
    assert without.headline == ""
    other = corrected(plain, [said(plain.headline, False), said("Menu 1", True)])
    assert other.headline == "Menu 1"
    assert [b.text for b in other.blocks if b.kind is BlockKind.HEADLINE] == ["Menu 1"]


def test_nothing_said_changes_nothing() -> None:
    plain = article(2)
    assert corrected(plain, []) is plain
    assert corrected(plain, [said("no such line", False)]) is plain
    assert corrections_of(stored(plain), [0], keep=False, scope=Scope.ARTICLE, when="") == ()


def test_found_again_after_a_move_and_after_a_change() -> None:
    plain = article(1)
    overlay = Overlay([said("All rights reserved", True)])
    for digest, path, found in (
        ("d", "moved.txt", True),
        ("new", "a.txt", True),
        ("new", "moved.txt", False),
    ):
        shown = overlay.amend(stored(plain, digest, path)).article
        assert shown.blocks[-1].set_aside is not found


def test_what_was_taken_back_of_this_content_goes_before_what_was_said_of_its_path() -> None:
    before, after = said("All rights reserved", True), said("All rights reserved", None)
    changed = Correction(after.scope, "new", after.key, after.text, None, "", "a.txt")
    shown = Overlay([before, changed]).amend(stored(article(1), "new", "a.txt")).article
    assert shown.blocks[-1].set_aside


def test_for_the_outlet_what_was_said_for_the_article_is_taken_back() -> None:
    plain = article(1)
    number = len(plain.blocks) - 1
    made = corrections_of(stored(plain), [number], keep=False, scope=Scope.OUTLET, when="")
    assert [(one.scope, one.keep) for one in made] == [(Scope.ARTICLE, None), (Scope.OUTLET, False)]
    nameless = stored(article(1, outlet=""))
    assert corrections_of(nameless, [number], keep=True, scope=Scope.OUTLET, when="") == ()
    blank = Block(BlockKind.BLANK, "", 0, 0)
    assert (
        corrections_of(stored(article(blocks=(blank,))), [0], keep=False, scope=Scope.OUTLET, when="") == ()
    )


def test_an_article_is_amended_as_soon_as_it_is_said(tmp_path: Path) -> None:
    user, other = UserData(tmp_path), UserData(tmp_path)
    amending = Amending(user)
    plain = StoredArticle(1, ("a.txt",), "d", 9, article(1))
    assert amending.amend([plain]) == [plain]
    made = corrections_of(plain, [len(plain.article.blocks) - 1], keep=True, scope=Scope.ARTICLE, when="")
    undo = other.correct(made)
    assert not amending.amend([plain])[0].article.blocks[-1].set_aside
    other.correct(undo)
    assert amending.amend([plain])[0].article.blocks[-1].set_aside
    user.close()
    other.close()


def test_names_that_a_page_tells_machines_stay_whatever_is_said_of_its_lines() -> None:
    read = read_article(formats.read(page().encode(), "ferry.html"), "ferry.html")
    assert read.byline == ("Ann Thorne",)
    line = next(
        block.text for block in read.blocks if block.kind is BlockKind.PARAGRAPH and not block.set_aside
    )
    said = Correction(
        Scope.ARTICLE, "d", key_of(line, Scope.ARTICLE), line, False, "2001-10-03T10:00:00+00:00", "a.html"
    )
    after = corrected(read, [said])
    assert line not in [block.text for block in after.blocks if not block.set_aside]
    assert (after.byline, after.headline) == (read.byline, read.headline)
