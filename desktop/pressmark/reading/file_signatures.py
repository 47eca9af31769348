"""What a file is that is no text, by its first bytes."""

# (offset, first bytes, what it is)
_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF87a", "a GIF picture"),
    (0, b"GIF89a", "a GIF picture"),
    (8, b"WEBPVP8", "a WebP picture"),
    (0, b"II*\x00", "a TIFF picture"),
    (0, b"MM\x00*", "a TIFF picture"),
    (0, b"%PDF-", "a PDF document"),
    (0, b"%!PS-Adobe", "a PostScript document"),
    (0, b"{\\rtf", "a rich-text (RTF) document"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook document"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x7fELF", "a program (ELF)"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"OggS", "an Ogg recording"),
    (0, b"ID3", "an MP3 recording"),
    (0, b"fLaC", "a FLAC recording"),
    (8, b"WAVEfmt ", "a WAV recording"),
    (4, b"ftyp", "an MP4 film or picture"),
    (0, b"\x1a\x45\xdf\xa3", "a Matroska film"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
)
# Members by which an office document (a ZIP archive) is known.
WORD, OPEN_DOCUMENT = "a Word document", "an OpenDocument file"
_OFFICE = ((b"word/", WORD), (b"xl/", "an Excel document"), (b"ppt/", "a PowerPoint document"))
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
ZIP, EPUB = "a ZIP archive", "an e-book (EPUB)"
# Bytes in which the members of a ZIP archive are looked for.
LOOKED_AT = 8_192


def kind_of(data: bytes) -> str:
    """Return what the bytes are ("a PNG picture"), or nothing when they may be text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data[:LOOKED_AT])
    if data.startswith(b"MZ") and b"\x00" in data[:64]:
        return "a program (Windows)"
    if data.startswith(b"BM") and data[6:10] == b"\x00\x00\x00\x00":
        return "a BMP picture"
    for offset, magic, what in _MAGIC:
        if data.startswith(magic, offset):
            return what
    return ""


def _kind_of_zip(head: bytes) -> str:
    if _OPEN_DOCUMENT in head:
        return OPEN_DOCUMENT
    if b"mimetypeapplication/epub" in head:
        return EPUB
    return next((what for member, what in _OFFICE if member in head), ZIP)
