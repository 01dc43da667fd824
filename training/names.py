"""Lists of people in the order and with the punctuation of each style, the names labelled."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from training.pieces import Piece

Person = tuple[str, str]
"""Surname and given names in full."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How one style prints people: `first` and `rest` are patterns of S (surname), G (given) and I (initials)."""

    first: str
    rest: str
    between: str
    last: str
    initials: str = ". "
    capitals: bool = False


_MANNERS = {
    "apa": Manner("S, I", "S, I", ", ", ", {and} "),
    "van": Manner("S I", "S I", ", ", ", ", ""),
    "vans": Manner("S I", "S I", " ", " ", ""),
    "gost": Manner("S I", "S I", ", ", ", "),
    "gostc": Manner("S, I", "S, I", ", ", ", "),
    "harv": Manner("S, I", "S, I", ", ", " {and} ", "."),
    "ini": Manner("I S", "I S", ", ", ", "),
    "full": Manner("G S", "G S", ", ", " {and} "),
    "mla": Manner("S, G", "G S", ", ", ", {and} "),
    "chi": Manner("S, G", "G S", ", ", ", {and} "),
    "iso": Manner("S, G", "S, G", ", ", " {and} ", capitals=True),
    "acs": Manner("S, I", "S, I", "; ", "; "),
    "abnt": Manner("S, G", "S, G", "; ", "; ", capitals=True),
    "abnti": Manner("S, I", "S, I", "; ", "; ", capitals=True),
    "gbt": Manner("S I", "S I", ", ", ", ", " ", capitals=True),
    "pin": Manner("S G", "S G", ", ", ", "),
    "cjk": Manner("SG", "SG", ", ", ", "),
    "ja": Manner("SG", "SG", "・", "・"),
    "arab": Manner("S، G", "S، G", "؛ ", "؛ "),
}  # fmt: skip
_ET_AL_AFTER = 3


def people_pieces(people: list[Person], style: str, role: str, words: dict[str, str], random: Random) -> list[Piece]:
    """The people as pieces of labelled text; a long list may end in "et al."."""
    manner = _varied(_MANNERS[style], style, random)
    shown = people
    short = len(people) > _ET_AL_AFTER and random.random() < 0.4
    if short:
        shown = people[: random.choice((1, 2, 3))]
    pieces: list[Piece] = []
    for i, person in enumerate(shown):
        if i:
            last = i == len(shown) - 1 and not short
            pieces.append(((manner.last if last else manner.between).replace("{and}", words["and"]), ""))
        pieces += _one(person, manner.first if i == 0 else manner.rest, manner, role, random)
    if short:
        blank = "" if style in ("cjk", "ja") and random.random() < 0.5 else " "
        pieces += [("," + blank if random.random() < 0.6 else blank, ""), (words["etal"], "etal")]
    return _closed(pieces)


def _varied(manner: Manner, style: str, random: Random) -> Manner:
    """The manner with the small differences that real pages have."""
    initials = manner.initials
    if style in ("apa", "gost", "gostc", "ini", "acs") and random.random() < 0.3:
        initials = random.choice((".", ". ", ".\u00a0"))
    last = manner.last
    if style in ("ini", "van", "harv") and random.random() < 0.5:
        last = random.choice((" {and} ", ", {and} ", manner.between))
    if style == "apa" and random.random() < 0.25:
        last = random.choice((" {and} ", ", ", ", {and} "))
    capitals = manner.capitals and random.random() < 0.85
    between = manner.between
    if style == "cjk" and random.random() < 0.4:
        between = random.choice(("，", "、", "·", ","))
        last = between
    if style in ("iso", "gostc", "mla", "chi") and random.random() < 0.2:
        between = last = "; "
    return Manner(manner.first, manner.rest, between, last, initials, capitals)


def _one(person: Person, pattern: str, manner: Manner, role: str, random: Random) -> list[Piece]:
    surname, given = person
    surname = surname.upper() if manner.capitals else surname
    pieces: list[Piece] = []
    for sign in pattern:
        if sign == "S":
            pieces.append((surname, f"{role}_surname"))
        elif sign == "G":
            pieces.append((given, f"{role}_given"))
        elif sign == "I":
            pieces.append((initials_of(given, manner.initials, random), f"{role}_given"))
        else:
            pieces.append((sign, ""))
    if "SG" in pattern:
        return [(surname + given, f"{role}_surname")] if random.random() < 0.9 else [pieces[0], (" ", ""), pieces[1]]
    return pieces


_DIGRAPHS = ("Yu", "Ya", "Ye", "Zh", "Kh", "Ts", "Ch", "Sh", "Ie", "Iu", "Ia")


def initials_of(given: str, style: str, random: Random) -> str:
    """`Olena Petrivna` → `O. P.`, `O.P.`, `OP` or `O P`; transliterated names may keep two letters."""
    letters = []
    if given.isupper() and len(given.replace(".", "").replace(" ", "")) <= 4:
        given = " ".join(given.replace(".", " ").replace(" ", ""))
    for name in given.replace("-", " ").replace(".", " ").split():
        two = name[:2] in _DIGRAPHS and len(name) > 2 and random.random() < 0.7
        letters.append(name[:2] if two else name[:1])
    if "-" in given and len(letters) == 2 and style in (". ", ".") and random.random() < 0.6:
        return f"{letters[0]}.-{letters[1]}."
    if style == "":
        return "".join(letters)
    if style == " ":
        return " ".join(letters).upper()
    return style.join(letters) + "."


def _closed(pieces: list[Piece]) -> list[Piece]:
    """Without empty pieces."""
    return [piece for piece in pieces if piece[0]]
