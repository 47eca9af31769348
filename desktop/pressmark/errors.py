"""What can go wrong in the world outside; the text of an error is the sentence the person reads."""


class ArchiveError(Exception):
    """The archive, a file or the disk is not as it should be; says what, which file, and what to do."""


class FileUnreadable(ArchiveError):
    """One file could not be read as an article; the rest of the archive can."""


class ArchiveGone(ArchiveError):
    """The archive folder is not there or cannot be opened."""


class DataFolderProblem(ArchiveError):
    """The folder of the program's own data is full, read-only or otherwise of no use."""


class LaterVersion(ArchiveError):
    """A file was written by a later version of the program; it is left as it is."""


class ArchiveBusy(ArchiveError):
    """Another Pressmark is writing the index of this archive."""


class ArchiveClosed(ArchiveError):
    """The archive was closed, or another one opened, while a question was still under way."""


class NotInArchive(ArchiveError):
    """The archive has no article at this path."""


class ArchiveFileProblem(ArchiveError):
    """A .pressmark file cannot be read or written."""


class IndexDamaged(ArchiveError):
    """The index cannot be read, or was made by another version: it has to be built again from the archive."""
