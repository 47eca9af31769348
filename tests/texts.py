"""Invented articles for archives in tests."""

import random

WORDS = (  # noqa: SIM905
    "harbour council ferry timetable loan minister budget treaty bridge orchard museum lantern river market "
    "signal winter letter garden engine copper violin window valley island captain teacher festival station"
).split()


def article(number: int, outlet: str = "") -> str:
    """Return an article of its own wording, with furniture that all pages of an outlet share."""
    picked = random.Random(number).choices(WORDS, k=60)
    body = "\n\n".join(
        f"The {picked[at]} near the {picked[at + 1]} was discussed by the {picked[at + 2]} of Port Elsing on that day, "
        f"and nobody in the {picked[at + 3]} had expected number{number} to settle the matter so quickly."
        for at in range(0, 40, 8)
    )
    furniture = f"Send us your pictures of {outlet}\nAll the day's stories\n\n" if outlet else ""
    return (
        f"{furniture}The {picked[0]} and the {picked[1]} of street {number}\n\n"
        f"By Ann Thorne\n\n{number % 28 + 1} March 200{number % 9}\n\n{body}\n"
    )
