"""Broken text as it is shown: odd spaces, soft hyphens, broken bullets, letters of the wrong encoding."""

import re

# A run of characters that can come from UTF-8 bytes read as windows-1252 is at most so many characters long.
_BROKEN = re.compile(r"[ÂÃâÅÄÐÑÎÏ×Ø][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_BULLET = re.compile(r"^(?:n\?(?=[A-Z])|[•·▪■●◦‣►▶*]\s+|[-–—]\s+(?=\w))")
_NUMBERED = re.compile(r"^\(?\d{1,2}[.)]\s+(?=\S)")


def mend(text: str) -> str:
    """Return the text as it is shown: the same words, without what broke on the way."""
    if text.isascii():
        return _SPACES.sub(" ", text).strip() if "  " in text or "\t" in text else text.strip()
    if _BROKEN.search(text):
        text = _BROKEN.sub(_read_again, text)
    return _SPACES.sub(" ", text.replace("\u00ad", "")).strip()


def item_of(text: str) -> str | None:
    """Return the text of a list item without its bullet, or None where there is no bullet."""
    match = _BULLET.match(text)
    if match is None:
        return text if _NUMBERED.match(text) else None
    return text[match.end() :].strip() or None


def _read_again(match: re.Match[str]) -> str:
    """Read characters again as the UTF-8 they were, where they are such."""
    try:
        return b"".join(_byte(character) for character in match[0]).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return _shorter(match[0])


def _shorter(text: str) -> str:
    """The match may have taken in a character too many."""
    for end in range(len(text) - 1, 1, -1):
        try:
            return b"".join(_byte(character) for character in text[:end]).decode("utf-8") + text[end:]
        except (UnicodeDecodeError, UnicodeEncodeError):
            continue
    return text


def _byte(character: str) -> bytes:
    """The byte that windows-1252 shows as this character (its five undefined bytes stand for themselves)."""
    return bytes((ord(character),)) if ord(character) < 0x100 else character.encode("cp1252")
