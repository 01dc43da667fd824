"""The order of a name without a comma: which words are the surname, by initials, capitals, patronymics and particles."""

from __future__ import annotations

import re
from functools import cache

from jats.messages.words import quoted
from jats.parsers.outcome import Certainty, Outcome, unreadable
from jats.parsers.persons import Person
from jats.parsers.words import key, listed, words
from jats.vocab.tables import rows

Tokens = tuple[str, ...]
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.[’']?[-‐]?){1,5}[^\W\d_]?")
_LONG_INITIALS = frozenset(("chr.", "shch.", "thr.", "wm.", "yev.", "hna.", "chr", "zh.", "kh."))
_TWO_SURNAMES = ("es", "gl", "ca", "eu")
_IBERIAN = (*_TWO_SURNAMES, "pt")
_FAMILY_FIRST = ("hu", "vi", "zh", "ja", "ko", "mn", "km")
_CAPITALS_AT_MOST = 3
_IRISH = ("Ní", "Nic", "Ó", "Uí", "Mhac")
"""Particles of Irish surnames, which have a capital."""


_SAINTS = frozenset(("st.", "ste."))
"""The first word of `St. John` and `Ste. Marie`; in Polish and German it may be a given name."""


def is_initials(token: str) -> bool:
    """Whether a word is initials: `J.`, `J.A.`, `J.-P.`, `Ю.`, `JA`; capitals without full stops up to three."""
    if "." in token:
        known = token.lower() in _LONG_INITIALS
        return known or (_DOTTED.fullmatch(token) is not None and not token[0].islower())
    letters = token.replace("-", "").replace("‐", "")
    if len(letters) == 1 and letters.isalpha() and letters.upper() == letters.lower():
        return True  # of a script without capitals
    return letters.isupper() and letters.isalpha() and len(letters) <= _CAPITALS_AT_MOST


def is_particle(token: str) -> bool:
    """Whether a word in small letters belongs to the surname after it: van, de, al-."""
    small = token.replace("’", "'")
    if small in words("people_particles"):
        return True
    return small[:2] in ("d'", "l'") or small.startswith(("al-", "el-", "ul-", "аль-", "ель-", "эль-", "dell'", "de'"))


def order(tokens: Tokens, language: str) -> Outcome[Person]:
    """The person that these words name."""
    language = language.lower().partition("-")[0]
    if len(tokens) == 1:
        return _one(tokens[0])
    if (joined := _joined(tokens)) is not None:
        return joined
    shape = _shape(tokens)
    for way in (_by_initials, _by_capitals, _by_patronymic, _by_particle):
        if (read := way(tokens, shape, language)) is not None:
            return read
    return _by_guess(tokens, language)


def _joined(tokens: Tokens) -> Outcome[Person] | None:
    """`Johnson & Johnson` is a firm; `Jane and John Roe` are two people of whom one has no surname."""
    if not any(_is_joint(tokens, at) for at in range(len(tokens))):
        return None
    text = " ".join(tokens)
    if "&" in tokens:
        return Outcome(Person(group=text), Certainty.LIKELY, ("names joined by & are read as a group",), text)
    return unreadable(
        f"{quoted(text)} joins names of which one is not whole", "write each person as Surname, Given names"
    )


def _is_joint(tokens: Tokens, at: int) -> bool:
    """Whether a word joins two names: a conjunction that isn't part of a surname, as in `von und zu`."""
    if tokens[at] not in conjunctions() or is_particle(tokens[at]):
        return False
    return not (0 < at < len(tokens) - 1 and is_particle(tokens[at - 1]) and is_particle(tokens[at + 1]))


@cache
def conjunctions() -> frozenset[str]:
    """Words and signs between the last two people of a list, in small letters."""
    return frozenset(word.strip() for row in rows("people_conjunctions") for word in row[1].split(";"))


def _one(token: str) -> Outcome[Person]:
    if is_initials(token) and "." in token:
        return unreadable(f"{quoted(token)} is only initials", "write Surname, Given names")
    if token[0].islower() and token[0] != token[0].upper():
        person = Person(surname=token)
        return Outcome(person, Certainty.LIKELY, ("one word is taken as the surname",), person.fields)
    return Outcome(Person(surname=token))


def _shape(tokens: Tokens) -> str:
    """A letter for each word: i initials, p particle, C a word in capitals, w any other."""
    mixed = any(not token.isupper() and token[0].isupper() and len(token) > 1 and "." not in token for token in tokens)
    shape = "".join(_kind(token, mixed) for token in tokens)
    if "C" not in shape or "i" not in shape:
        return shape
    large = [token.isupper() and token.lower() in words("people_particles") for token in tokens]
    return "".join("C" if is_large else kind for kind, is_large in zip(shape, large, strict=True))


def _kind(token: str, mixed: bool) -> str:
    if "." in token:
        return "i" if is_initials(token) else "w"
    if len(token) == 1 and is_initials(token):
        return "i"
    if token[0].islower() and is_particle(token):
        return "p"
    if token.isupper() and any(character.isalpha() for character in token):
        if not mixed:
            return "w"
        return "i" if is_initials(token) else "C"
    return "w"


def _person(surname: Tokens, given: Tokens) -> Person:
    return Person(" ".join(surname), " ".join(given))


def _likely(person: Person, note: str) -> Outcome[Person]:
    return Outcome(person, Certainty.LIKELY, (note,), str(person))


def _by_initials(tokens: Tokens, shape: str, language: str) -> Outcome[Person] | None:
    if "i" not in shape or set(shape) == {"i"}:
        return _only_capitals(tokens) if set(shape) == {"i"} else None
    if (saint := _saint(tokens, shape, language)) is not None:
        return saint
    first, last = shape.index("i"), shape.rindex("i")
    rest = [index for index, kind in enumerate(shape) if kind != "i"]
    if first > rest[-1]:
        return _initials_last(tokens, shape, first, language)
    if last < rest[0]:
        return _initials_first(tokens, shape, last + 1, language)
    return _initials_inside(tokens, shape, language)


def _saint(tokens: Tokens, shape: str, language: str) -> Outcome[Person] | None:
    """`St. John K` and `K. St. John`: the saint belongs to the surname if there are initials too."""
    at = next((at for at, token in enumerate(tokens[:-1]) if token.lower() in _SAINTS and shape[at + 1] == "w"), -1)
    if at == 0 and set(shape[2:]) == {"i"}:
        return Outcome(_person(tokens[:2], tokens[2:]))
    if at < 1 or at != len(tokens) - 2 or language in ("pl", "de", "cs"):
        return None
    return _likely(_person(tokens[at:], tokens[:at]), f"{quoted(' '.join(tokens[at:]))} is taken as the surname")


def _only_capitals(tokens: Tokens) -> Outcome[Person] | None:
    """`LI M`, `ROE JA`: all in capitals, and short."""
    undotted = [index for index, token in enumerate(tokens) if "." not in token and len(token) > 1]
    if len(undotted) == 1:
        at = undotted[0]
        return Outcome(_person((tokens[at],), (*tokens[:at], *tokens[at + 1 :])))
    if len(tokens) == 2 and "." not in "".join(tokens):
        return _likely(_person(tokens[:1], tokens[1:]), "the first word is taken as the surname")
    return unreadable(f"{quoted(' '.join(tokens))} is only initials", "write Surname, Given names")


_SHORT_SURNAMES = frozenset(("LI", "WU", "XU", "HU", "LIU", "YU", "HE", "LU", "KIM", "LEE", "LIN", "YAN"))


def _initials_last(tokens: Tokens, shape: str, at: int, language: str) -> Outcome[Person]:
    surname, given = tokens[:at], tokens[at:]
    if (
        at == 1
        and given[0] in ("LI", "WU", "XU", "HU", "LIU", "YU", "HE", "LU", "KIM", "LEE", "LIN", "YAN")
        and _pinyin(tokens[0])
    ):
        return _likely(_person(given, surname), "the word in capitals is taken as the surname")
    plain = [index for index in range(at) if shape[index] in "wC"]
    if len(plain) < 2 or "p" in shape[:at] or "." not in "".join(given) or language in _IBERIAN:
        return Outcome(_person(surname, given))
    if tokens[plain[-1]] in _given_names() and tokens[plain[0]] not in _given_names():
        person = _person(tokens[: plain[-1]], tokens[plain[-1] :])
        return _likely(person, f"{quoted(tokens[plain[-1]])} is taken as a given name")
    return _likely(_person(surname, given), "the words before the initials are taken as the surname")


_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:i?[aeo]ng?|i?ang?|i?ao|u?ai|u?ei|u?o|iu|ui|un|ing?|ong|iong|u?an|[aeiouü])",
    re.IGNORECASE,
)


def _pinyin(word: str) -> bool:
    """Whether a word is one or two syllables of romanised Chinese."""
    first = _SYLLABLE.match(word)
    return first is not None and (
        first.end() == len(word) or _SYLLABLE.fullmatch(word.replace("-", ""), first.end()) is not None
    )


def _initials_first(tokens: Tokens, shape: str, at: int, language: str) -> Outcome[Person]:
    rest = tokens[at:]
    plain = [token for token, kind in zip(rest, shape[at:], strict=True) if kind in "wC"]
    if len(plain) < 2 or shape[at] == "p" or language in _TWO_SURNAMES or shape[at + 1] == "p":
        return Outcome(_person(rest, tokens[:at]))
    if rest[0] in _given_names():
        return _likely(_person(rest[1:], (*tokens[:at], rest[0])), f"{quoted(rest[0])} is taken as a given name")
    return _likely(_person(rest, tokens[:at]), "the words after the initials are taken as the surname")


def _initials_inside(tokens: Tokens, shape: str, language: str) -> Outcome[Person]:
    at = shape.rindex("i") + 1
    if shape[0] != "i" and set(shape[at:]) == {"p"}:
        note = f"{quoted(' '.join(tokens[at:]))} after the initials is taken as part of the surname"
        first = shape.index("i")
        return Outcome(_person((*tokens[at:], *tokens[:first]), tokens[first:at]), notes=(note,))
    if shape[0] == "i":
        if at == len(tokens):
            return unreadable(f"{quoted(' '.join(tokens))} has initials at both ends", "write Surname, Given names")
        return _likely(_person(tokens[at:], tokens[:at]), "the words after the initials are taken as the surname")
    if at == len(tokens):
        at = shape.index("i")
        return _likely(_person(tokens[:at], tokens[at:]), "the words before the initials are taken as the surname")
    if language in _FAMILY_FIRST and len(tokens) == 3:
        return _likely(_person(tokens[:1], tokens[1:]), "the first word is taken as the family name")
    person = _person(tokens[at:], tokens[:at])
    one = len(tokens) - at == 1 or shape[at] == "p"
    return Outcome(person) if one else _likely(person, "the words after the initials are taken as the surname")


def _by_capitals(tokens: Tokens, shape: str, _language: str) -> Outcome[Person] | None:
    if "C" not in shape:
        return None
    first, last = shape.index("C"), shape.rindex("C")
    while first and tokens[first - 1].lower() in words("people_particles"):
        first -= 1
    if first and last + 1 < len(tokens):
        return None
    surname, given = tokens[first : last + 1], (*tokens[:first], *tokens[last + 1 :])
    if not given:
        return None
    return Outcome(_person(surname, given), notes=(f"{quoted(' '.join(surname))} in capitals is taken as the surname",))


def is_patronymic(token: str) -> bool:
    """Whether a word is a patronymic by its ending: Васильович, Ивановна, oğlu."""
    plain = key(token)
    ends, whole = _patronymics()
    return plain in whole or (len(plain) > 6 and plain.endswith(ends))


@cache
def _patronymics() -> tuple[tuple[str, ...], frozenset[str]]:
    found = {word.strip() for row in rows("people_patronymics") for word in row[1].split(";")}
    ends = tuple(word[1:] for word in found if word.startswith("-") and len(word) > 1)
    return ends, frozenset(key(word) for word in found if not word.startswith("-"))


def _by_patronymic(tokens: Tokens, shape: str, _language: str) -> Outcome[Person] | None:
    found = [index for index, token in enumerate(tokens) if index and is_patronymic(token)]
    if not found or len(tokens) < 3 or (set(shape) != {"w"} and not _small_patronymic(tokens, found)):
        return None
    at, size = found[-1], len(tokens)
    if at == size - 1 and len(found) > 1 and found[0] == 1:
        return _likely(_person(tokens[:1], tokens[1:]), "the first word is taken as the surname")
    if at == size - 1:
        return Outcome(_person(tokens[:1], tokens[1:])) if size <= 4 else None
    return Outcome(_person(tokens[at + 1 :], tokens[: at + 1])) if at <= 2 else None


def _small_patronymic(tokens: Tokens, found: list[int]) -> bool:
    return all(key(tokens[index]) in _patronymics()[1] for index in found)


_GLUED = ("al-", "el-", "ul-", "аль-", "ель-", "эль-", "d'", "d’", "l'", "l’", "dell'", "dell’")


def _is_glued(token: str) -> bool:
    """Whether the particle at a word's beginning is one: `d'Alembert`, `Al-Rashid`, not `D'Angelo`."""
    return "-" in token or token[0].islower()


def _by_particle(tokens: Tokens, shape: str, language: str) -> Outcome[Person] | None:
    joined = next(
        (at for at, token in enumerate(tokens) if at and token.lower().startswith(_GLUED) and _is_glued(token)), 0
    )
    at = shape.find("p", 1)
    at = min(found for found in (at, joined) if found > 0) if max(at, joined) > 0 else 0
    if shape[0] == "p":
        return _particle_first(tokens, shape)
    if not at or (at == len(tokens) - 1 and not joined):
        return None
    if at and tokens[at] in ("y", "e", "i", "и", "та"):
        at -= 1
        if not at:
            return None
    while at > 1 and shape[at - 1] == "p":
        at -= 1
    person = _person(tokens[at:], tokens[:at])
    note = f"{quoted(' '.join(tokens[at:]))} is taken as the surname"
    plain = [index for index in range(at, len(tokens)) if shape[index] != "p"]
    if at > 2 or (language in _IBERIAN and at > 1 and tokens[at - 1] not in _given_names()):
        return _likely(person, note)
    if (language == "pt" and len(plain) > 1) or any(token.lower() in _SON_OF for token in tokens[at:-2]):
        return _likely(person, note)
    return Outcome(person, notes=(note,))


_SON_OF = frozenset(("bin", "ibn", "bint", "binti", "ben"))


def _particle_first(tokens: Tokens, shape: str) -> Outcome[Person]:
    at = next((index for index, kind in enumerate(shape) if kind != "p"), len(tokens) - 1) + 1
    if at >= len(tokens):
        return Outcome(Person(surname=" ".join(tokens)))
    return _likely(_person(tokens[:at], tokens[at:]), f"{quoted(' '.join(tokens[:at]))} is taken as the surname")


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name for row in rows("people_given_names") for name in row[1].split())


def is_given_name(word: str) -> bool:
    """Whether a word is a frequent given name."""
    return word in _given_names() or word.partition("-")[0] in _given_names()


def is_eastern_surname(word: str) -> bool:
    """Whether a word is a frequent Vietnamese or Korean surname in Latin letters."""
    return any(word in listed("people_east_surnames", row) for row in ("vi", "ko-latin"))


def _by_guess(tokens: Tokens, language: str) -> Outcome[Person]:
    """Full words alone: given names first and surname last, except in languages and names that are said otherwise."""
    if len(tokens) > 2 and tokens[-2] in _IRISH:
        return Outcome(
            _person(tokens[-2:], tokens[:-2]), notes=(f"{quoted(' '.join(tokens[-2:]))} is taken as the surname",)
        )
    if len(tokens) > 2 and tokens[0].endswith("né"):  # `Kovácsné Bíró Ágnes`: a married name, and the own surname
        return _likely(_person(tokens[:2], tokens[2:]), "the first two words are taken as the family name")
    if _is_family_first(tokens, language):
        return _likely(_person(tokens[:1], tokens[1:]), "the first word is taken as the family name")
    at = len(tokens) - 1
    if len(tokens) > 2 and language in _TWO_SURNAMES and not (len(tokens) == 3 and is_given_name(tokens[1])):
        at = len(tokens) - 2
    if len(tokens) > 2 and key(tokens[-1]) in ("filho", "neto", "sobrinho", "júnior"):
        at = len(tokens) - 2
    while at > 1 and tokens[at - 1].lower() in words("people_particles"):
        at -= 1
    which = "the last word is" if at == len(tokens) - 1 else f"{quoted(' '.join(tokens[at:]))} is"
    return _likely(_person(tokens[at:], tokens[:at]), f"{which} taken as the surname")


def _is_family_first(tokens: Tokens, language: str) -> bool:
    if tokens[0] in listed("people_east_surnames", "vi") and not tokens[0].isascii():
        return True
    if "-" in tokens[-1] and tokens[0] in listed("people_east_surnames", "ko-latin") and len(tokens) == 2:
        return True
    if is_given_name(tokens[0]):
        return False
    if language in _FAMILY_FIRST:
        return True
    cyrillic = _cyrillic_family(tokens[0]) and not _cyrillic_family(tokens[-1])
    return len(tokens) == 2 and (is_given_name(tokens[-1]) or cyrillic)


@cache
def _family_ends() -> tuple[str, ...]:
    return tuple(sorted(words("people_doubtful", "surnames")))


def _cyrillic_family(word: str) -> bool:
    return len(word) > 4 and word.lower().endswith(_family_ends())
