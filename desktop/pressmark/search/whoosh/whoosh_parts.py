"""The few parts of Whoosh that are used, in one place: its own types say too little for a strict check."""

from typing import Any

from whoosh import analysis, fields, index, reading
from whoosh.codec import whoosh3
from whoosh.filedb import filestore
from whoosh.support import charset

Storage: Any = filestore.FileStorage
Table: Any = index.TOC
Codec: Any = whoosh3.W3Codec
TermInfo: Any = whoosh3.W3TermInfo
SegmentReader: Any = reading.SegmentReader
NoIndex: type[Exception] = index.EmptyIndexError
Fields: Any = fields
Analysis: Any = analysis
ACCENTS: Any = charset.accent_map
Segment = Any
Schema = Any

clean_files: Any = index.clean_files
BLOCK_MAGIC: bytes = whoosh3.WHOOSH3_HEADER_MAGIC
SMALLEST_COMPRESSED: int = whoosh3.COMPRESSION_MIN_SIZE
