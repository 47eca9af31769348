"""Python counts characters, Qt counts UTF-16 units: the way between them."""


def to_qt(text: str, offset: int) -> int:
    """Return where character number `offset` of `text` stands in Qt's count."""
    return offset if text.isascii() else len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def from_qt(text: str, offset: int) -> int:
    """Return which character of `text` stands at Qt's `offset`."""
    if text.isascii():
        return offset
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * offset].decode("utf-16-le", "ignore"))


def cut(text: str, start: int, end: int) -> str:
    """Return a part of a text whose ends are counted as Qt does; one before the beginning is the beginning."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * max(0, start) : 2 * max(0, end)].decode("utf-16-le", "replace")
