"""The names of the months in the languages that are read: one list for all who look for one."""

_NAMES = {
    1: "january jan januar janvier enero gennaio januari janeiro января ocak styczeń stycznia ledna jänner",
    2: "february feb februar février fevrier febrero febbraio februari fevereiro февраля şubat lutego února",
    3: "march mar märz mars marzo maart março março марта mart marzec marca března maerz mrz",
    4: "april apr avril abril aprile апреля nisan kwiecień kwietnia dubna",
    5: "may mai mayo maggio mei maio мая mayıs maj maja května",
    6: "june jun juni juin junio giugno junho июня haziran czerwiec czerwca června",
    7: "july jul juli juillet julio luglio julho июля temmuz lipiec lipca července",
    8: "august aug août aout agosto augustus augusti августа ağustos sierpień sierpnia srpna",
    9: "september sept sep septembre septiembre settembre setembro сентября eylül wrzesień września září",
    10: "october oct oktober octobre octubre ottobre outubro октября ekim październik października října okt",
    11: "november nov novembre noviembre novembro ноября kasım listopad listopada listopadu",
    12: "december dec dezember décembre decembre diciembre dicembre dezembro декабря aralık grudnia dez",
}


def _folded(name: str) -> str:
    """Return a name as it is looked up: the long s and the i with and without a dot are no letters of their own."""
    return name.casefold().replace("\u0307", "").replace("ı", "i")


ENGLISH_MONTHS = tuple(names.split()[0] for names in _NAMES.values())
MONTHS = {_folded(name): number for number, names in _NAMES.items() for name in names.split()}


def _any_month() -> str:
    """Return the pattern of all names by their first letters: few are then tried where none stands."""
    rests: dict[str, list[str]] = {}
    for name in sorted(MONTHS, key=len, reverse=True):
        rests.setdefault(name[0], []).append(name[1:])
    return "|".join(f"{first}(?:{'|'.join(some)})" for first, some in rests.items())


ANY_MONTH = _any_month()
"""The pattern of all names of months, for texts in small letters or without regard to them."""


def month_of(name: str) -> int | None:
    """Return the number of the month that a word names, in any letters; None if it names none."""
    return MONTHS.get(_folded(name))
