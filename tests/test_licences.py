"""What is shipped: nothing is missing, each has its licence, and each library belongs to something."""

import dataclasses
import tomllib
from pathlib import Path

import pytest

import pressmark
from pressmark import licences, paths
from pressmark.licences import component_of, components

FOLDER = paths.resources() / "licences"
PROJECT = tomllib.loads((paths.PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def named(name: str) -> licences.Component:
    """Return the component of a name."""
    return next(component for component in components() if component.name.lower() == name.lower())


def test_pressmark_stands_first_and_the_others_by_name() -> None:
    found = components()
    assert found[0].name == "Pressmark"
    assert found[0].version == pressmark.__version__
    assert found[0].text == (paths.PROJECT / "LICENSE").read_text(encoding="utf-8").strip("\n")
    names = [component.name.casefold() for component in found[1:]]
    assert names == sorted(set(names))


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_each_dependency_is_there(requirement: str) -> None:
    found = named(licences._plain(requirement))
    assert found.version
    assert found.home.startswith("https://")
    assert len(found.text) > 500


def test_a_dependency_of_a_dependency_is_there_and_an_extra_is_not() -> None:
    names = {component.name.lower() for component in components()}
    assert "shiboken6" in names, "needed by PySide6"
    assert not names & {"pytest", "mypy", "ruff", "packaging", "pyinstaller"}


def test_each_has_a_name_a_licence_and_a_text() -> None:
    for component in components():
        assert component.licence, component.name
        assert component.licence != "see its text", component.name
        assert len(component.text) > 500, component.name


def test_what_has_no_python_distribution() -> None:
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in named("Qt").text
    assert "GNU GENERAL PUBLIC LICENSE" in named("Qt").text
    assert named("Qt").version == named("PySide6-Essentials").version
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in named("Python").text
    assert "OpenBLAS" in named("OpenBLAS, with LAPACK").text
    assert named("OpenBLAS, with LAPACK").version[0].isdigit()
    assert "Emoji Segmenter" in named("Third-party code in Qt").text


def test_a_distribution_without_licence_files_has_the_texts_its_expression_names() -> None:
    text = named("PySide6-Essentials").text
    assert [text.count(f"{name}.txt\n") for name in ("LGPL-3.0", "GPL-2.0", "GPL-3.0")] == [1, 1, 2]


def test_what_only_the_packaged_program_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "PyInstaller bootloader" not in {component.name for component in components()}
    for name in ("libglib-2.0.so.0", "PySide6/Qt/lib/libQt6Core.so.6", "pressmark/resources/libcairo.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    found = {component.name: component for component in components()}
    assert found["PyInstaller bootloader"].text.count("Bootloader Exception") == 1
    assert "GNU LESSER" in found["GLib"].text
    assert "Qt" in found
    assert "cairo" not in found, "a text file is no library"
    assert "ICU" not in found, "not in this folder"
    assert "numpy" in found, "a distribution is a distribution"


def test_the_notice_of_the_machine_that_a_library_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resources = tmp_path / "resources"
    (resources / "licences" / "host").mkdir(parents=True)
    table = (FOLDER / licences.TABLE).read_bytes()
    (resources / "licences" / licences.TABLE).write_bytes(table)
    for name in ("libgio-2.0.so.0", "libglib-2.0.so.0"):
        (resources / "licences" / "host" / f"{name}.txt").write_text(
            "The notice of GLib.\n", encoding="utf-8"
        )
    monkeypatch.setattr(paths, "resources", lambda: resources)
    found = component_of("libglib-2.0.so.0")
    assert found is not None
    assert found.text == "The notice of GLib."
    row = next(row for row in licences._rows() if row.name == "GLib")
    both = licences._of_row(row, ("libgio-2.0.so.0", "libglib-2.0.so.0"))
    assert both.text == "The notice of GLib.", "each text once"


def test_what_is_asked_to_stop_stops() -> None:
    assert [component.name for component in components(lambda: True)] == ["Pressmark"]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", "Qt"),
        ("libQt6Core.so.6", "Qt"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "Qt"),
        ("PySide6/plugins/platforms/qwindows.dll", "Qt"),
        ("PySide6\\Qt6Core.dll", "Qt"),
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", "Qt"),
        ("PySide6/Qt/lib/libicudata.so.73", "ICU"),
        ("libicuuc.so.73", "ICU"),
        ("numpy.libs/libscipy_openblas64_-32a4b2a6.so", "OpenBLAS, with LAPACK"),
        ("numpy.libs/libquadmath-96973f99-934c22de.so.0.0.0", "libquadmath"),
        ("libpython3.11.so.1.0", "Python"),
        ("python312.dll", "Python"),
        ("python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so", "Python"),
        ("_ssl.pyd", "Python"),
        ("_lzma.pyd", "Python"),
        ("libcrypto-3.dll", "OpenSSL"),
        ("libcrypto.so.3", "OpenSSL"),
        ("sqlite3.dll", "SQLite"),
        ("vcruntime140_1.dll", "Microsoft Visual C++ runtime"),
        ("libX11-xcb.so.1", "X11 libraries"),
        ("libxcb-cursor.so.0", "XCB"),
        ("libglib-2.0.so.0", "GLib"),
        ("pressmark.exe", "PyInstaller bootloader"),
    ],
)
def test_the_component_of_a_file(file: str, name: str) -> None:
    found = component_of(file)
    assert found is not None
    assert found.name == name


def test_a_file_that_nobody_claims() -> None:
    for file in (
        "libunheard-of.so.1",
        "numpy/unheard_of.so",
        "pressmark/resources/outlets.txt",
        "socket.txt",
    ):
        assert component_of(file) is None


def test_each_library_of_the_distributions_is_claimed() -> None:
    files = licences.shipped_files()
    assert any(file.endswith(("QtCore.abi3.so", "QtCore.pyd")) for file in files)
    assert [file for file in files if component_of(file) is None] == []


def test_a_library_belongs_to_the_distribution_that_recorded_it() -> None:
    recorded = {name: licences._of_distribution(name).name for name in ("numpy", "shiboken6", "pystemmer")}
    for name, shown in recorded.items():
        ours = [place for owner, place in licences._libraries() if owner == name and ".libs/" not in place]
        assert ours
        found = component_of(ours[0])
        assert found is not None
        assert found.name == shown


def test_the_table_is_sound() -> None:
    rows = licences._rows()
    assert len({row.name for row in rows}) == len(rows)
    patterns = [pattern for row in rows for pattern in row.files]
    assert len(set(patterns)) == len(patterns)
    for row in rows:
        assert row.licence, row.name
        assert row.home.startswith("http"), row.name
        assert row.files or row.inside, row.name
        assert row.shipped in ("present", "always", "frozen"), row.name
        for name in row.text:
            if name.startswith("distribution "):
                assert licences._plain(name.removeprefix("distribution ")) in licences._distributions()
            else:
                assert (FOLDER / name).is_file(), name
        if row.version:
            assert row.version[0] in ("distribution", "module", "file"), row.name


def test_each_text_is_some_licence_of_the_table() -> None:
    used = {name for row in licences._rows() for name in row.text if name.endswith(".txt")}
    expressions = [row.licence for row in licences._rows()]
    expressions += [licences._of_distribution(name).licence for name in licences._distributions()]
    used |= {name for expression in expressions for name, _ in licences._named_by(expression)}
    assert {file.name for file in FOLDER.glob("*.txt")} == used


def test_a_module_that_is_not_there_has_no_version() -> None:
    assert licences._told_by("sqlite3", "sqlite_version", [])[0].isdigit()
    assert licences._told_by("no_such_module", "version", []) == ""
    assert licences._told_by("sqlite3", "no_such_name", []) == ""


def test_a_component_does_not_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        components()[0].version = "2"  # type: ignore[misc]


def test_our_own_licence_is_found_without_a_record_of_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(licences, "_record", lambda name: ())
    monkeypatch.setattr(licences.paths, "PROJECT", tmp_path)
    licences._of_distribution.cache_clear()
    assert "Permission is hereby granted" in licences._ourselves().text
    licences._of_distribution.cache_clear()
