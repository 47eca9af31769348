"""What the program tells Windows and macOS about itself: the version resource and the bundle's Info.plist."""

from typing import Any

import nsis
import release

BUNDLE = "org.pressmark.pressmark"
KIND = f"{BUNDLE}.archive"
OLDEST_MACOS = "13.0"  # that of PySide6's wheels
COPYRIGHT = "MIT licence"
DESCRIPTION = "Pressmark, a reader for archives of news"
ENGLISH, UTF16 = 0x0409, 1200  # a language and a code page, as Windows numbers them


def version_resource(version: str) -> str:
    """Return Windows' version resource as PyInstaller reads it: an expression of its own classes."""
    numbers = tuple(map(int, nsis.numbers(version).split(".")))
    strings = {
        "CompanyName": release.MAINTAINER.partition(" <")[0],
        "FileDescription": DESCRIPTION,
        "FileVersion": version,
        "LegalCopyright": COPYRIGHT,
        "ProductName": "Pressmark",
        "ProductVersion": version,
    }
    lines = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, OS=0x40004, fileType=1), "
        f"kids=[StringFileInfo([StringTable('{ENGLISH:04x}{UTF16:04x}', [{lines}])]), "
        f"VarFileInfo([VarStruct('Translation', [{ENGLISH}, {UTF16}])])])\n"
    )


def info_plist(version: str) -> dict[str, Any]:
    """Return what the bundle's Info.plist has beside what PyInstaller puts there."""
    return {
        "CFBundleShortVersionString": version,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Pressmark archive",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [KIND],
            },
            {
                "CFBundleTypeName": "Folder of articles",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.folder"],
            },
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": KIND,
                "UTTypeDescription": "Pressmark archive",
                "UTTypeConformsTo": ["public.json"],
                "UTTypeTagSpecification": {"public.filename-extension": ["pressmark"]},
            }
        ],
        "LSApplicationCategoryType": "public.app-category.news",
        "LSMinimumSystemVersion": OLDEST_MACOS,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": COPYRIGHT,
    }
