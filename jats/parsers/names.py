"""One person's name: surname, given names, particles, suffix, titles and degrees, in any order and script that people type."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from jats.messages.words import quoted
from jats.parsers.eastern import is_eastern, read_eastern
from jats.parsers.groups import read_group
from jats.parsers.marks import Extras, take_apart
from jats.parsers.orders import is_initials, is_particle, order
from jats.parsers.outcome import Certainty, Outcome, unreadable
from jats.parsers.persons import Person
from jats.parsers.words import key, words

CLEAN = re.compile(r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?, (?:[A-Z]\.(?: [A-Z]\.)?|[A-Z][a-zà-ÿ]+(?: [A-Z]\.)?)")
"""The plainest form, `Roe, J. A.` or `Roe, Jane`: there is nothing to find out about it."""

_COMMAS = re.compile(r"(?<!\s)\s*[,，،]\s*")
_BLANKS = re.compile(r"[\s\u00a0\u3000]+")
_HOW = "write Surname, Given names"


@lru_cache(maxsize=8192)
def read_person(text: str, language: str = "") -> Outcome[Person]:
    """One person or body, out of a text that holds no other.

    `language` is the article's (BCP 47): it decides between orders that look alike, as in Hungarian.
    """
    given = _BLANKS.sub(" ", text).strip(" ,;،；")
    if not given or not any(character.isalpha() for character in given):
        return unreadable(f"{quoted(text)} is not a name", _HOW)
    if _is_anonymous(given):
        return Outcome(Person(anonymous=True), notes=(f"{quoted(given)} is taken as anonymous: yes",))
    if (group := read_group(given)) is not None and not _MARKED.search(given):
        return group
    bare, extras = take_apart(given)
    if not any(character.isalpha() for character in bare):
        return unreadable(f"{quoted(text)} is not a name", _HOW)
    return _with_extras(_read_bare(bare, language), extras)


_MARKED = re.compile("[<>@*†‡§¶⁰¹²³⁴-⁹]")


def _is_anonymous(text: str) -> bool:
    return key(text.strip("[](){}<>. ")) in words("people_anonymous")


def _with_extras(read: Outcome[Person], extras: Extras) -> Outcome[Person]:
    if read.value is None:
        return read
    person = replace(
        read.value,
        orcid=extras.orcid,
        email=extras.email,
        role=extras.role,
        role_kind=extras.role_kind,
        degrees=(*read.value.degrees, *extras.degrees),
    )
    certainty = max(read.certainty, extras.certainty)
    return Outcome(person, certainty, (*extras.notes, *read.notes), str(person) if certainty else "")


def _read_bare(text: str, language: str) -> Outcome[Person]:
    if _is_anonymous(text):
        return Outcome(Person(anonymous=True), notes=(f"{quoted(text)} is taken as anonymous: yes",))
    if (group := read_group(text)) is not None:
        return group
    parts = [part for part in _COMMAS.split(text) if part]
    parts, person, notes = _peel(parts)
    if len(parts) == 1:
        read = _in_order(parts[0], language)
    elif len(parts) == 2:
        read = _around_comma(*parts)
    else:
        words_of = f"{quoted(text)} has too many commas for a name"
        return unreadable(words_of, f"{_HOW}; put a semicolon between people")
    return _merged(read, person, notes)


def _peel(parts: list[str]) -> tuple[list[str], Person, list[str]]:
    """The parts without those that are suffixes, degrees or titles, and these."""
    kept: list[str] = []
    degrees: list[str] = []
    suffix = prefix = None
    while len(parts) > 1 and all(_is_title(token) for token in parts[0].split()):
        prefix = _joined(prefix, parts[0])
        parts = parts[1:]
    for index, part in enumerate(parts):
        if index and is_suffix(part):
            suffix = _joined(suffix, part)
        elif index and is_degree(part):
            degrees.append(part)
        elif index and _is_title_behind(part, kept):
            prefix = _joined(prefix, part)
        else:
            kept.append(part)
    notes = [f"{quoted(', '.join(degrees))} is taken as the degree"] if degrees else []
    if prefix:
        notes.append(f"{quoted(prefix)} is taken as the title before the name (prefix)")
    return kept, Person(prefix=prefix, suffix=suffix, degrees=tuple(degrees)), notes


def _is_title_behind(part: str, kept: list[str]) -> bool:
    """Whether a part after a whole name is a title: `Roe J. A., prof.`"""
    words_of = part.split()
    if len(kept) == 1 and not (len(kept[0].split()) > 1 and ("." in part or len(words_of) > 1)):
        return False
    return all(_is_title(word) for word in words_of)


def _joined(*some: str | None) -> str | None:
    return ", ".join(one for one in some if one) or None


def _merged(read: Outcome[Person], more: Person, notes: list[str]) -> Outcome[Person]:
    if read.value is None:
        return read
    person = replace(
        read.value,
        prefix=_joined(more.prefix, read.value.prefix),
        suffix=_joined(read.value.suffix, more.suffix),
        degrees=(*read.value.degrees, *more.degrees),
    )
    return Outcome(person, read.certainty, (*read.notes, *notes), str(person) if read.certainty else "")


def is_degree(text: str) -> bool:
    """Whether the words are academic degrees, one or several."""
    plain, table = key(text), words("people_degrees")
    if plain in table or plain.replace(" ", "") in table:
        return not (len(plain) <= 2 and "." in text and is_initials(text) and text.count(".") == 1)
    some = text.split()
    return len(some) > 1 and all(key(one).replace(" ", "") in table for one in some)


def is_suffix(text: str) -> bool:
    """Whether the word distinguishes persons of one name: Jr., III, Filho."""
    plain = key(text)
    if plain not in words("people_suffixes"):
        return False
    if re.fullmatch("[ivx]+", plain):
        return text.rstrip(".").isupper()
    return plain not in ("ml", "st", "id") or text.endswith(".")


def _is_title(token: str) -> bool:
    plain = key(token)
    known = words("people_titles")
    if not all(part in known for part in (plain, *plain.replace("-", " ").split())[:1]) and not (
        plain in words("people_degrees") and "." in token
    ):
        return False
    if len(plain) == 1:
        return False
    return (
        token.endswith(".")
        or plain in ("dr", "mr", "mrs", "sir", "doç", "doc dr")
        or plain not in words("people_doubtful", "titles")
    )


def _is_more_title(token: str) -> bool:
    """Whether a token after a title goes on with it: `rer.`, `h.`, `c.`, `hab.`"""
    plain = key(token)
    return plain in words("people_titles") and (token[:1].islower() or _is_title(token))


def _split_title(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Titles before a name, and the name."""
    size = next((count for count in (5, 4, 3, 2) if _is_long_title(tokens[:count], tokens)), 0)
    if not size and tokens and _is_title(tokens[0]):
        size = 1
    while size and size < len(tokens) - 1 and _is_more_title(tokens[size]):
        size += 1
    return (tokens[:size], tokens[size:]) if size < len(tokens) else ([], tokens)


def _split_degree_ahead(tokens: list[str]) -> tuple[list[str], list[str]]:
    """A degree before a name that can't be initials: `PhD Roe J. A.`"""
    first = tokens[0]
    if len(tokens) > 2 and key(first).replace(" ", "") in words("people_degrees") and not is_initials(first):
        return tokens[1:], [first]
    return tokens, []


def _is_long_title(some: list[str], tokens: list[str]) -> bool:
    if len(some) >= len(tokens) or len(some) < 2:
        return False
    plain = key(" ".join(some))
    return plain in words("people_degrees") or plain in words("people_titles")


def _in_order(text: str, language: str) -> Outcome[Person]:
    """A name without a comma between its parts."""
    if is_eastern(text) and not text.isascii() and not re.search("[A-Za-z]", text):
        return read_eastern(text, language)
    titles, tokens = _split_title(text.split())
    tokens, ahead = _split_degree_ahead(tokens)
    tokens, suffix = _split_suffix(tokens)
    tokens, degrees, certainty = _split_degrees(tokens)
    degrees = [*ahead, *degrees]
    tokens = _without_full_stop(tokens)
    read = order(tuple(tokens), language)
    if read.value is None:
        return read
    notes = [*read.notes]
    if titles:
        notes.append(f"{quoted(' '.join(titles))} is taken as the title before the name (prefix)")
    if degrees:
        notes.append(f"{quoted(' '.join(degrees))} is taken as the degree")
    person = replace(read.value, prefix=" ".join(titles) or None, suffix=suffix, degrees=tuple(degrees))
    return Outcome(person, max(read.certainty, certainty), tuple(notes), str(person))


def _split_suffix(tokens: list[str]) -> tuple[list[str], str | None]:
    """A suffix at the end, or before initials at the end (`Doe Jr J`)."""
    for at in (len(tokens) - 1, len(tokens) - 2):
        if at < 1 or not is_suffix(tokens[at]):
            continue
        if at == len(tokens) - 1 and len(tokens) > 2 and key(tokens[at]) in _PART_OF_SURNAME:
            continue
        if at == len(tokens) - 1 or is_initials(tokens[-1]):
            return [*tokens[:at], *tokens[at + 1 :]], tokens[at]
    return tokens, None


_PART_OF_SURNAME = frozenset(("filho", "neto", "sobrinho", "segundo"))


def _split_degrees(tokens: list[str]) -> tuple[list[str], list[str], Certainty]:
    """Degrees at the end without a comma; `MD` after two full words may be initials, so that is a guess."""
    degrees: list[str] = []
    certainty = Certainty.CERTAIN
    while len(tokens) > 2 and key(tokens[-1]).replace(" ", "") in words("people_degrees"):
        last = tokens[-1]
        sure = not last.isupper() or len(last) > 3 or last.count(".") > 1
        if not sure and not (is_initials(tokens[-2]) or _has_two_words(tokens[:-1])):
            break
        if is_initials(last) and last.count(".") == 1 and len(last) < 4:
            break
        certainty = certainty if sure else Certainty.LIKELY
        degrees.insert(0, last)
        tokens = tokens[:-1]
    return tokens, degrees, certainty


def _has_two_words(tokens: list[str]) -> bool:
    return len([token for token in tokens if not is_initials(token) and not is_particle(token)]) > 1


def _without_full_stop(tokens: list[str]) -> list[str]:
    last = tokens[-1]
    if last.endswith(".") and not is_initials(last) and len(last.rstrip(".")) > 3:
        return [*tokens[:-1], last.rstrip(".")]
    return tokens


def _around_comma(surname: str, given: str) -> Outcome[Person]:
    """`Surname, Given`: certain, as far as both sides look like what they should be."""
    titles, tokens = _split_title(given.split())
    before, sur_tokens = _split_title(surname.split())
    sur_tokens, suffix = _split_suffix(sur_tokens)
    if suffix and key(suffix) in _PART_OF_SURNAME | {"júnior", "junior"}:
        sur_tokens, suffix = [*sur_tokens, suffix], None
    tokens, degrees, certainty = _split_degrees(["", "", *tokens])
    tokens = [token for token in tokens if token]
    if len(tokens) > 1 and is_suffix(tokens[-1]):
        suffix, tokens = _joined(suffix, tokens[-1]), tokens[:-1]
    notes: list[str] = []
    moved = _particles_at_end(tokens)
    if moved:
        tokens, sur_tokens = tokens[: -len(moved)], [*moved, *sur_tokens]
        notes.append(f"{quoted(' '.join(moved))} is taken as part of the surname")
        certainty = Certainty.LIKELY
    tokens = _without_full_stop(tokens)
    titles = [*before, *titles]
    if titles:
        notes.append(f"{quoted(' '.join(titles))} is taken as the title before the name (prefix)")
    if degrees:
        notes.append(f"{quoted(' '.join(degrees))} is taken as the degree")
    return _checked(" ".join(sur_tokens), " ".join(tokens), (titles, suffix, degrees), (certainty, notes))


def _checked(
    surname: str, given: str, more: tuple[list[str], str | None, list[str]], so_far: tuple[Certainty, list[str]]
) -> Outcome[Person]:
    """The person, unless digits, conjunctions or initials are where they can't be."""
    (titles, suffix, degrees), (certainty, notes) = more, so_far
    if re.search(r"[\d@]", surname + given):
        return unreadable(f"{quoted(f'{surname}, {given}')} holds digits", _HOW)
    if not is_eastern(surname) and _are_initials(surname) and not _are_initials(given):
        surname, given, certainty = given, surname, Certainty.LIKELY
        notes = [*notes, "the initials are taken as the given names"]
    elif _odd(surname, given):
        certainty = Certainty.LIKELY
        notes = [*notes, "the words before the comma are taken as the surname"]
    person = Person(surname, given, " ".join(titles) or None, suffix, degrees=tuple(degrees))
    return Outcome(person, certainty, tuple(notes), str(person))


def _are_initials(text: str) -> bool:
    return all(is_initials(token) for token in text.split())


_AND = re.compile(r"\s(?:and|&|und|та|және|och|og|ve|és|et|și|oraz|و)\s|\s(?:and|&)$", re.IGNORECASE)


def _odd(surname: str, given: str) -> bool:
    """Whether the parts are unlike those of a name: a conjunction in them, or a surname in small letters."""
    if _AND.search(f" {surname} ") or _AND.search(f" {given} "):
        return True
    first = surname.split()[0]
    return (first[0].islower() and not is_particle(first) and "'" not in first) or len(surname.split()) > 6


def _particles_at_end(tokens: list[str]) -> list[str]:
    moved: list[str] = []
    while len(tokens) > 1 and tokens[-1][0].islower() and is_particle(tokens[-1]):
        moved.insert(0, tokens[-1])
        tokens = tokens[:-1]
    return moved
