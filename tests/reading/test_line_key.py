"""What stands for a line is the same on every machine: catalogs and the person's corrections hold it."""

from pressmark.corrections import keys
from pressmark.reading import repeats
from pressmark.reading.line_key import digest_of, figures_in, has_two_letters, letters_of, without_figures
from pressmark.values import Scope


def test_the_parts() -> None:
    assert (figures_in("2 of 15 pages"), figures_in("none")) == (2, 0)
    assert without_figures("2 of 15 pages") == "0 of 0 pages"
    assert letters_of(" — Front_Page (2)! ") == "Front Page 2"
    assert has_two_letters("a 1 b")
    assert not has_two_letters("a 1")
    assert not has_two_letters("1234 ab", 5)
    assert digest_of("front page").hex() == digest_of("front page").hex()
    assert len(digest_of("\udcff")) == 8


def test_keys_of_all_times() -> None:
    """The values that databases hold: whoever changes them loses what was said of the lines."""
    assert digest_of("front page").hex() == "337388a925fe3c81"
    assert repeats.key("Front Page") == int("337388a925fe3c81", 16)
    assert keys.key_of("Front Page!", Scope.ARTICLE) == "337388a925fe3c81"
    assert keys.key_of("Comments (12)", Scope.OUTLET) == digest_of("comments 0").hex()
    assert keys.key_of("Comments (12)", Scope.ARTICLE) == digest_of("comments 12").hex()
