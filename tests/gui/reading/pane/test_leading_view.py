"""Pictures and links in the text of an article."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from gui.samples import article
from pressmark.gui.look.theme import DARK
from pressmark.gui.reading.pane.article_view import ArticleView
from pressmark.gui.reading.pane.entries import EntryKind
from pressmark.values import BlockKind, Picture


def image_of(view: ArticleView, number: int) -> QImage:
    kind = QTextDocument.ResourceType.ImageResource.value
    found: QImage = view.document().resource(kind, QUrl(f"picture:{number}"))
    return found


def pictured(view: ArticleView) -> None:
    """Show an article with two pictures at its first paragraph, and one where a line is set aside."""
    shown = article(6)
    text = [b for b in shown.blocks if b.kind is BlockKind.PARAGRAPH and not b.set_aside]
    aside = next(b for b in shown.blocks if b.set_aside)
    view.show_article(
        shown,
        pictures=[
            Picture(text[0].first_line, "a.png", "A ferry", "/a.png"),
            Picture(text[0].first_line, "b.png", "", "/b.png"),
            Picture(aside.first_line, "c.png", "An advertisement", "/c.png"),
        ],
    )


def test_room_is_kept_and_nothing_moves_when_the_pictures_come(view: ArticleView) -> None:
    pictured(view)
    assert view.shown_pictures == view.missing_pictures == (0, 1), "what is set aside has no picture"
    height = view.document().size().height()
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFCC3300)
    view.show_picture(0, image)
    view.show_picture(1, "This picture cannot be shown: it is damaged.")
    assert view.document().size().height() == height
    assert view.missing_pictures == ()
    painted = image_of(view, 0)
    assert painted.pixelColor(10, painted.height() - 10).name() == "#cc3300"
    assert painted.pixelColor(10, 2).alpha() == 0


def test_pictures_stay_when_the_article_is_set_anew_and_go_with_it(view: ArticleView) -> None:
    pictured(view)
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFCC3300)
    view.show_picture(0, image)
    view.set_aside_shown(True)
    view.set_look(DARK, 2.0)
    painted = image_of(view, 0)
    assert painted.pixelColor(painted.width() // 2, painted.height() - 10).name() == "#cc3300"
    view.show_article(article(4))
    assert view.shown_pictures == ()
    assert not any(entry.kind is EntryKind.PICTURES for entry in view.entries)


def test_the_caption_is_told_else_the_words_of_the_picture(view: ArticleView) -> None:
    pictured(view)
    assert view.caption(0) == "A ferry"
    assert view.picture_in_view() == 0
    view.set_pictures_shown(False)
    assert view.picture_in_view() is None


def test_nothing_but_its_pictures_is_ever_loaded(view: ArticleView) -> None:
    pictured(view)
    kind = QTextDocument.ResourceType.ImageResource.value
    for address in ("file:///etc/hostname", "https://echo.example/a.png", "a.png"):
        assert view.loadResource(kind, QUrl(address)) is None
