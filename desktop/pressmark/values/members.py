"""A file inside a file, as the format of the outer one gives it."""

from dataclasses import dataclass

from pressmark.values.pages import Metadata


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a container: what the container calls it, and its bytes, or the sentence why these cannot be had.

    `metadata` is what the container knows of it, the address it was fetched from and the day for instance. `reads` is the
    name under which it is read, where its own has no ending that tells its format.
    """

    name: str
    data: bytes = b""
    problem: str = ""
    metadata: Metadata | None = None
    reads: str = ""
