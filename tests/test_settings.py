"""Settings come back as they were saved; whatever stands in the file, the program starts."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.settings import RECENT_ARCHIVES, RECENT_QUERIES, Settings, _from_json, load, save

SOME = Settings(
    archive="/a", recent_searches={"/a": ("x", "Größe"), "/b": ("y",)}, tabs=("1.txt", "caf\udce9.txt"), tab=1,
    tab_blocks=(0, 3), tab_offsets=(0, 40), splitter=(1, 2, 3), scheme="dark", zoom=1.5, set_aside_shown=True,
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=5
)


def test_saved_and_loaded(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    assert load(file) == Settings()
    save(file, SOME)
    assert load(file) == SOME
    save(file, Settings())
    assert load(file) == Settings()
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[1]", b'{"zoom": "wide", "unknown": 1}', b"null"]
)
def test_what_is_damaged_means_the_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert load(file) == Settings()
    if not content.endswith((b"]", b"}", b"null")):
        assert (tmp_path / "settings.damaged").read_bytes() == content


@given(st.dictionaries(st.sampled_from(list(Settings.__dataclass_fields__)), JSON))
def test_types_are_as_declared(values: dict[str, object]) -> None:
    found = _from_json(values)
    assert isinstance(found.zoom, float)
    assert all(isinstance(query, str) for asked in found.recent_searches.values() for query in asked)
    assert all(type(part) is int for part in found.tab_blocks)
    json.dumps(found.splitter)


def test_a_failed_save_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    save(file, SOME)
    with pytest.raises(TypeError):
        save(file, Settings(archive=object()))  # type: ignore[arg-type]
    assert load(file) == SOME
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.json"]


def test_recent_ones() -> None:
    settings = Settings()
    for number in range(30):
        settings = settings.with_archive(f"/{number}")
    for number in range(30):
        settings = settings.with_query("/29", f"q{number}")
    settings = settings.with_archive("/25").with_query("/29", "q25")
    assert (settings.archive, settings.recent_archives[:2]) == ("/25", ("/25", "/29"))
    assert settings.recent_in("/29")[:2] == ("q25", "q29")
    assert (len(settings.recent_archives), len(settings.recent_in("/29"))) == (
        RECENT_ARCHIVES,
        RECENT_QUERIES,
    )


def test_each_archive_has_its_own_recent_searches() -> None:
    settings = (
        Settings().with_archive("/a").with_query("/a", "ferry").with_archive("/b").with_query("/b", "pier")
    )
    assert (settings.recent_in("/a"), settings.recent_in("/b"), settings.recent_in("/c")) == (
        ("ferry",),
        ("pier",),
        (),
    )
    for number in range(RECENT_ARCHIVES):
        settings = settings.with_archive(f"/{number}")
    assert settings.recent_searches == {}, "those of archives that are not remembered are forgotten with them"


def test_the_one_list_of_an_earlier_version_goes_to_the_archive_read_last(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"archive": "/a", "recent_archives": ["/a", "/b"], "recent_queries": ["ferry", "pier"]}')
    known = load(file)
    assert (known.recent_in("/a"), known.recent_in("/b")) == (("ferry", "pier"), ())
    save(file, known.moved("/a", "/new"))
    assert load(file).recent_searches == {"/new": ("ferry", "pier")}, "it is taken over once"


def test_an_archive_at_its_new_place() -> None:
    settings = Settings().with_archive("/a").with_archive("/b").with_archive("/c")
    settings = settings.with_query("/b", "ferry").with_query("/new", "pier")
    moved = settings.moved("/b", "/new")
    assert (moved.archive, moved.recent_archives) == ("/c", ("/c", "/new", "/a"))
    assert moved.recent_searches == {"/new": ("ferry", "pier")}
    assert moved.moved("/c", "/a").recent_archives == ("/a", "/new")
    assert moved.moved("/c", "/a").archive == "/a"


def test_choices_of_a_later_version_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"zoom": 1.5, "columns": ["tags", "notes"]}')
    save(file, load(file))
    assert json.loads(file.read_text())["columns"] == ["tags", "notes"]
    assert load(file).zoom == 1.5
