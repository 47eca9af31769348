"""What an outlet, or everyone, prints again and again."""

from pressmark.indexing.line_keys import page_keys
from pressmark.relate.repeated_passages import ANYWHERE, SAME_OUTLET, Repeats

BIO = "Ann Thorne covers the harbour and its people for the Echo."


def counted(outlets: list[str], line: str = BIO) -> Repeats:
    return Repeats(
        (outlet, page_keys([line, f"Story of {at * 'x'}"]).packed()[0]) for at, outlet in enumerate(outlets)
    )


def test_three_articles_of_one_outlet_make_furniture_of_a_passage() -> None:
    assert not counted(["Echo"] * (SAME_OUTLET - 1)).is_furniture(BIO, "Echo")
    assert counted(["Echo"] * SAME_OUTLET).is_furniture(BIO, "Echo")
    assert not counted(["Echo"] * SAME_OUTLET).is_furniture(BIO, "Tribune")


def test_articles_without_a_known_outlet_are_not_of_one_outlet() -> None:
    assert not counted([""] * SAME_OUTLET).is_furniture(BIO, "")


def test_eight_articles_of_any_outlet_make_furniture_of_a_passage() -> None:
    outlets = [f"Outlet {at}" for at in range(ANYWHERE)]
    assert counted(outlets).is_furniture(BIO, "Elsewhere")
    assert not counted(outlets[1:]).is_furniture(BIO, "Elsewhere")


def test_what_has_no_letters_is_furniture_and_an_empty_archive_has_none() -> None:
    assert counted(["Echo"]).is_furniture("***", "Echo")
    assert not Repeats([]).is_furniture(BIO, "Echo")
