"""How the reader says why lines are set aside: for a run of them, beside a line, and on demand with the numbers."""

from collections import Counter
from collections.abc import Iterable

from pressmark.counting import count
from pressmark.values import Block, Reason

MOST_NAMED = 3  # reasons named of a run; the rest is counted together
LONGEST_CHIP = 42  # characters that have room beside a line

_OF = {
    Reason.MENU: "of menu",
    Reason.LINKS: "of links",
    Reason.APPEAL: "of appeals",
    Reason.SHARE: "of share and print tools",
    Reason.LEGAL: "of legal notes",
    Reason.COMMENTS: "of comments",
    Reason.ADVERT: "of advertising",
    Reason.FORM: "of a form",
    Reason.REPEATED: "repeated by this outlet",
    Reason.FILE: "about the file",
    Reason.YOU: "marked by you",
    None: "set aside",
}


def run_words(blocks: Iterable[Block]) -> str:
    """Return what a run of set-aside lines is: "17 lines of menu, 3 of legal notes"."""
    lines: Counter[Reason | None] = Counter()
    for block in blocks:
        lines[block.reason] += block.last_line - block.first_line + 1
    named = lines.most_common(MOST_NAMED)
    (first, number), *others = named
    parts = [f"{count(number, 'line')} {_OF[first]}"]
    parts += [f"{number:,} {_OF[reason]}" for reason, number in others]
    rest = lines.total() - sum(number for _, number in named)
    return ", ".join(parts) + (f", and {rest:,} more" if rest else "")


def chip_words(block: Block) -> str:
    """Return the reason that stands beside a line, in two or three words."""
    if block.reason is Reason.REPEATED and "repeated" in block.detail and len(block.detail) <= LONGEST_CHIP:
        return block.detail
    return str(block.reason or "")


def told(block: Block) -> str:
    """Return the whole reason for a block, with the numbers behind it; "" where there is none to give."""
    where = (
        f"line {block.first_line + 1} of the file"
        if block.first_line == block.last_line
        else f"lines {block.first_line + 1} to {block.last_line + 1} of the file"
    )
    if not block.set_aside:
        return f"Article text: {block.detail} ({where})." if block.detail.startswith(Reason.YOU) else ""
    reason = str(block.reason or "no reason was given")
    why = block.detail if block.detail.startswith(reason) else f"{reason}; {block.detail}".rstrip("; ")
    return f"Set aside: {why} ({where})."
