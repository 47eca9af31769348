"""Files that are no plain articles: each has its word in health, the rest is searchable."""
# ruff: noqa: E501, PTH102, PTH109, PTH118, PTH123 (the paths are bytes)

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from command import pressmark, without_rights
from texts import article

Make = Callable[..., Path]
RUSSIAN = (
    "Президент встретил гостей в Москве\n\nВчера президент встретил в Москве гостей из соседних стран. "
    "Разговор шёл о торговле, о дорогах и о том, как жить дальше. Никто не ожидал быстрых решений.\n"
) * 4
JAPANESE = (
    "東京で経済会議が開かれた\n\nきのう東京で経済会議が開かれ、各国の代表が出席した。会議では貿易と道路について話し合われた。"
    "参加者は早い決定を期待していなかった。\n"
) * 4
FRENCH = (
    "Le café de la Gare rouvre à Besançon\n\nLes élèves fêtent où ils peuvent : « déjà l’été » — dit-elle.\n"
    * 4
)

# name: (content, state, what its reason or encoding says, a word it is found by)
FILES: dict[str, tuple[bytes, str, str, str]] = {
    "empty.txt": (b"", "unreadable", "empty", ""),
    "blank.txt": (b" \n\t\r\n  \n", "unreadable", "blanks", ""),
    "nul.txt": (b"\0" * 5000, "unreadable", "NUL", ""),
    "binary.txt": (bytes(range(256)) * 40, "unreadable", "", ""),
    "image.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 9, "unreadable", "PNG", ""),
    "photo.txt": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(255, 0, -1)) * 9, "unreadable", "JPEG", ""),
    "utf16-le-bom.txt": (b"\xff\xfe" + article(11).encode("utf-16-le"), "article", "utf-16", "number11"),
    "utf16-be-bom.txt": (b"\xfe\xff" + article(12).encode("utf-16-be"), "article", "utf-16", "number12"),
    "utf16-le.txt": (article(13).encode("utf-16-le"), "article", "utf-16-le", "number13"),
    "utf16-be.txt": (article(14).encode("utf-16-be"), "article", "utf-16-be", "number14"),
    "shift-jis.txt": (JAPANESE.encode("shift_jis"), "article", "", "経済"),
    "euc-jp.txt": (JAPANESE.replace("貿易", "農業").encode("euc_jp"), "article", "", "農業"),
    "koi8-r.txt": (RUSSIAN.encode("koi8-r"), "article", "koi8", "Разговор"),
    "windows-1251.txt": (RUSSIAN.replace("торговле", "рыбе").encode("cp1251"), "article", "1251", "рыбе"),
    "windows-1252.txt": (FRENCH.encode("cp1252"), "article", "1252", "Besançon"),
    "mixed.txt": (article(15).encode() + "Größe\n".encode() + b"caf\xe9 Mitte\n" + article(15).encode(), "article", "", "number15"),
    "cr-only.txt": (article(16).replace("\n", "\r").encode(), "article", "utf-8", "number16"),
    "long-line.txt": (b"The ferry longliner sailed again. " * 123_400, "article", "utf-8", "longliner"),
    "long-word.txt": (b"Report from longworder\n\n" + b"x" * 3_000_000 + b"\n", "article", "utf-8", "longworder"),
    "controls.txt": (article(17).replace("ferry", "fer\x07\x1b[31mry\x0c").encode() + b"\x00end\x08", "article", "utf-8", "number17"),
}  # fmt: skip
FILES["bidi.txt"] = (("\u202eevil\u202c \u2066" + article(18)).encode(), "article", "utf-8", "number18")
FILES["html.txt"] = (
    ("<script>alert(1)</script>\n<b>Bold</b> & <img src=http://example.org/x>\n" + article(19)).encode(),
    "article",
    "utf-8",
    "number19",
)


def test_every_kind_of_content(hostile: Make) -> None:
    root = hostile({name: content for name, (content, *_) in FILES.items()})
    outcome = pressmark("index", root, "--json")
    assert outcome.status == 0
    assert outcome.said == []
    unreadable = sum(state == "unreadable" for _, state, *_ in FILES.values())
    assert (outcome.last["files"], outcome.last["unreadable"]) == (len(FILES) + 2, unreadable)
    health = {record["path"]: record for record in pressmark("health", root, "--json").records[:-1]}
    assert set(health) == {*FILES, "good-1.txt", "good-2.txt"}
    for name, (_, state, told, _) in FILES.items():
        found = health[name]
        assert found["state"] == state, found
        assert told.casefold() in (found["encoding"] if state == "article" else found["reason"]).casefold()
        assert found["reason"] if state == "unreadable" else found["encoding_reason"]
    wanted = {name: word for name, (*_, word) in FILES.items() if word} | {"good-1.txt": "number1"}
    questions = "".join(
        f'{{"id": "{name}", "query": "{word}", "limit": 50}}\n' for name, word in wanted.items()
    )
    for answer in pressmark("search", root, "--batch", typed=questions).records:
        assert answer["id"] in answer["paths"][: answer["divider"]], (answer, wanted[answer["id"]])


def test_what_is_shown_is_harmless(hostile: Make) -> None:
    """Markup is text, and nothing that is shown can command a terminal or turn the writing round."""
    root = hostile({name: FILES[name][0] for name in ("controls.txt", "bidi.txt", "html.txt")})
    for name in ("controls.txt", "bidi.txt", "html.txt"):
        text = "\n".join(block["text"] for block in pressmark("show", root, name, "--json").last["blocks"])
        assert not set(text) & set("\x00\x07\x08\x0c\x1b\u202e\u202c\u2066"), name
    assert "<script>alert(1)</script>" in text


def test_the_same_article_many_times(hostile: Make) -> None:
    root = hostile({f"copies/{number}.txt": article(1) for number in range(5)})
    last = pressmark("index", root, "--json").last
    assert (last["files"], last["articles"], last["duplicates"]) == (7, 2, 5)
    (hit,) = pressmark("search", root, "number1", "--json").records[1:]
    assert len(hit["like_this"]) == 5


def make_links(root: Path) -> None:
    """Put in links of every kind, a pipe and a socket."""
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(article(66))
    (root / "dangling.txt").symlink_to("nowhere.txt")
    (root / "loop-1.txt").symlink_to("loop-2.txt")
    (root / "loop-2.txt").symlink_to("loop-1.txt")
    (root / "round").symlink_to(root)
    (root / "out.txt").symlink_to(outside / "secret.txt")
    (root / "out").symlink_to(outside)
    (root / "inside.txt").symlink_to("good-1.txt")
    os.mkfifo(root / "pipe.txt")
    place = os.getcwd()
    os.chdir(root)  # the name of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("socket.txt")
    finally:
        os.chdir(place)


def test_links_and_pipes(hostile: Make) -> None:
    root = hostile(finish=make_links)
    last = pressmark("index", root, "--json").last
    assert (last["files"], last["articles"], last["duplicates"], last["unreadable"]) == (11, 2, 1, 8)
    health = {record["path"]: record["reason"] for record in pressmark("health", root, "--json").records[:-1]}
    for name, told in {
        "dangling.txt": "not there", "loop-1.txt": "circle", "loop-2.txt": "circle", "round": "not followed",
        "out.txt": "out of the archive", "out": "not followed", "pipe.txt": "pipe", "socket.txt": "socket",
    }.items():  # fmt: skip
        assert told in health[name], name
    assert pressmark("search", root, "number66", "--json").last["total"] == 0
    again = pressmark("index", root, "--json").last
    assert (again["files"], again["skipped_unchanged"]) == (11, 11)


def test_unreadable_files_and_folders(hostile: Make) -> None:
    def lock(root: Path) -> None:
        (root / "closed" / "in.txt").parent.mkdir()
        (root / "closed" / "in.txt").write_text(article(4))
        (root / "locked.txt").write_text(article(3))
        (root / "locked.txt").chmod(0)
        (root / "closed").chmod(0)

    root = hostile(finish=lock)
    try:
        last = pressmark("index", root, "--json", before=without_rights).last
        assert (last["files"], last["articles"], last["unreadable"]) == (4, 2, 2)
        records = pressmark("health", root, "--json", before=without_rights).records[:-1]
        health = {record["path"]: record["reason"] for record in records}
        assert "may not be read" in health["locked.txt"]
        assert "cannot be opened" in health["closed"]
        assert pressmark("search", root, "number2", "--json", before=without_rights).records[0]["total"]
    finally:
        if os.geteuid():
            (root / "closed").chmod(0o755)  # only root can look at the picture otherwise


def test_names_that_are_no_utf8(hostile: Make) -> None:
    strange = {b"caf\xe9.txt": article(5), b"d\xff/\x1b[31m\n.txt": article(6), "日本 “x”.txt": article(7)}
    root = hostile(strange)
    assert pressmark("index", root, "--json").last["articles"] == 5
    for number in (5, 6, 7):
        hit = pressmark("search", root, f"number{number}", "--json").last
        assert hit["path"].isprintable()
        assert hit["path"] in ("caf\\xe9.txt", "d\\xff/\\x1b[31m\\x0a.txt", "日本 “x”.txt")
    shown = pressmark("show", root, "caf\\xe9.txt", "--json").last
    assert shown == pressmark("show", root, b"caf\xe9.txt", "--json").last
    cleaned = pressmark(
        "clean", *(os.path.join(os.fsencode(root), os.fsencode(name)) for name in strange), "--json"
    )
    assert [record["byline"] for record in cleaned.records] == [["Ann Thorne"]] * 3


def test_a_folder_whose_own_name_is_no_utf8(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/arch\xff\n"
    os.mkdir(folder)
    with open(folder + b"/one.txt", "w") as file:
        file.write(article(1))
    assert pressmark("index", folder, "--json").last["articles"] == 1
    assert pressmark("search", folder, b"number1 \xff", "--json").status == 0
    assert pressmark("search", folder, "number1", "--json").records[0]["total"] == 1


def test_forty_levels_deep(hostile: Make) -> None:
    deep = "/".join(f"level-{number}" for number in range(40)) + "/deep.txt"
    root = hostile({deep: article(8)})
    assert pressmark("index", root, "--json").last["articles"] == 3
    assert pressmark("show", root, deep, "--json").last["path"] == deep


@pytest.mark.parametrize("kind", ["missing", "file", "circle", "closed"])
def test_a_folder_that_is_none(kind: str, tmp_path: Path, data_folder: Path) -> None:
    target = tmp_path / "folder"
    if kind == "file":
        target.write_text("x")
    elif kind == "circle":
        target.symlink_to("folder")
    elif kind == "closed":
        target.mkdir(mode=0)
    for words in (["index", target], ["search", target, "x"]):
        outcome = pressmark(*words, "--json", before=without_rights)
        assert outcome.status == 1
        assert str(target) in outcome.said[-1]
        assert outcome.out == b""
    assert not (data_folder / "archives").exists()
