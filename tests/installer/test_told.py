"""Tests of what Windows and macOS are told about the program."""

import plistlib

import told


def test_the_version_resource_is_one_expression_with_the_version() -> None:
    text = told.version_resource("1.2rc1")
    compile(text, "version.txt", "eval")
    assert "filevers=(1, 2, 0, 0)" in text
    assert "StringStruct('ProductVersion', '1.2rc1')" in text
    assert "StringTable('040904b0'" in text  # English, UTF-16


def test_info_plist_declares_the_kind_of_file_that_it_opens() -> None:
    found = plistlib.loads(plistlib.dumps(told.info_plist("1.2")))
    (declared,) = found["UTExportedTypeDeclarations"]
    assert declared["UTTypeTagSpecification"] == {"public.filename-extension": ["pressmark"]}
    assert found["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert found["CFBundleShortVersionString"] == "1.2"
