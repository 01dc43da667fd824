"""A line of people: where one name ends and the next begins, and whether the line says that there are more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from jats.messages.words import quoted
from jats.parsers.bylines import bare_line
from jats.parsers.eastern import is_eastern, looks_whole, several
from jats.parsers.groups import is_group, is_organisation, read_group
from jats.parsers.marks import take_apart
from jats.parsers.names import CLEAN, is_degree, is_suffix, read_person
from jats.parsers.orders import conjunctions, is_eastern_surname, is_given_name, is_initials, is_particle, is_patronymic
from jats.parsers.outcome import Certainty, Outcome, unreadable
from jats.parsers.persons import People, Person

Read = Outcome[Person]
_BLANKS = re.compile(r"[ \t\u00a0\u3000]+")
_STRONG = re.compile(r"(?<!\s)\s*(?:[;；؛|\n•·∙]|(?<=\s)/(?=\s))\s*")
_COMMA = re.compile(r"(?<!\s)\s*(?:[,，،、]|(?<=\S) ?/(?= ))\s*")
_MOST = 20_000
_MOST_SIDES = 400


@lru_cache(maxsize=4096)
def read_people(text: str, language: str = "") -> Outcome[People]:
    """Everybody whom a line names, in order; `language` is the article's (BCP 47).

    Reads lists with semicolons, conjunctions and commas in the forms of Vancouver, APA, MLA, DSTU and GOST, and "et al." in
    the world's languages.
    """
    if CLEAN.fullmatch(text):
        surname, _, given = text.partition(", ")
        return Outcome(People((Person(surname, given),)))
    if len(text) > _MOST:
        return unreadable(f"the line is longer than {_MOST:,} characters", "write the people as a list")
    line, etal, certainty, notes = bare_line(_BLANKS.sub(" ", text).strip())
    found = [one for chunk in _STRONG.split(line) if chunk.strip(" ,.") for one in _chunk(chunk.strip(), language)]
    if not found and etal:
        return unreadable(f"{quoted(text)} names nobody", "write Surname, Given names")
    return _together(found, etal, (certainty, notes), text)


def _together(found: Sequence[Read], etal: bool, so_far: tuple[Certainty, list[str]], text: str) -> Outcome[People]:
    certainty, notes = so_far
    if not found:
        return unreadable(f"{quoted(text)} names nobody", "write Surname, Given names")
    lost = next((read for read in found if read.value is None), None)
    if lost:
        return Outcome(None, Certainty.UNREADABLE, lost.notes, lost.write)
    people = People(tuple(read.value for read in found if read.value), etal)
    certainty = max([certainty, *(read.certainty for read in found)])
    said = list(dict.fromkeys([*notes, *(note for read in found for note in read.notes)]))
    return Outcome(people, certainty, tuple(said), str(people) if certainty else "")


_EAST_AND = re.compile("(?<=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]) ?[和与與及と] ?(?=[\u3040-\u30ff\u4e00-\u9fff])")


def _chunk(chunk: str, language: str) -> list[Read]:
    """The people between two strong separators."""
    chunk = chunk.strip(" ,;")
    if not chunk:
        return []
    if chunk[0] == "{" or (not re.search("[,，،、]", chunk) and _is_body(chunk)):
        return [read_person(chunk, language)]
    if is_eastern(chunk) and not _COMMA.search(chunk) and len(each := several(chunk)) > 1:
        return [_guess(read_person(one, language), "each part is read as a person") for one in each]
    sides = _sides(chunk)
    reads: list[Read] = []
    for side in sides:
        reads += _commas(side, language)
    return reads


def _is_body(text: str) -> bool:
    """Whether a text is one body, not two that a conjunction joins."""
    if not is_group(text):
        return False
    sides = [side.rpartition("\x00")[2] for side in _cut_at_conjunctions(text)]
    if any(" of " in left and not _is_body_alone(right) for left, right in pairwise(sides)):
        return True
    return len(sides) == 1 or not all(_is_side(side) for side in sides)


def _is_side(text: str) -> bool:
    return is_group(text) or is_organisation(text) or _has_initials(text)


def _is_body_alone(text: str) -> bool:
    """Whether words after `Department of X and` name a body of their own and don't go on with the first one's name."""
    return " of " in text or " for " in text or len(text.split()) == 1 or _has_initials(text) or is_organisation(text)


def _sides(chunk: str) -> list[str]:
    """The chunk cut at conjunctions that have a whole name on both sides."""
    sides = _cut_at_conjunctions(chunk)
    if len(sides) > _MOST_SIDES:
        return [chunk]
    if len(sides) == 1 and is_eastern(chunk):
        east = _EAST_AND.split(chunk)
        if len(east) > 1 and all(looks_whole(part.split(",")[-1].strip()) or " " in part for part in east):
            return east
        return [chunk]
    done = [sides[0]]
    for side in sides[1:]:
        before, _, after = side.partition("\x00")
        left = done[-1]
        if not left.strip(" ,"):
            done[-1] = after
        elif _ends_whole(left[-300:], before) and _begins_whole(after, before):
            done.append(after)
        else:
            done[-1] = f"{left} {before} {after}"
    return [side.strip(" ,،，") for side in done if side.strip(" ,،，")]


def _cut_at_conjunctions(text: str) -> list[str]:
    """Pieces of the text; each but the first begins with its conjunction and a zero character."""
    pieces: list[str] = []
    current: list[str] = []
    conjunction = ""
    for token in text.split(" "):
        if token.lower() in conjunctions() and not (token.isupper() and token.isalpha()):
            pieces.append((conjunction + "\x00" if pieces else "") + " ".join(current))
            conjunction, current = token, []
        else:
            current.append(token)
    pieces.append((conjunction + "\x00" if pieces else "") + " ".join(current))
    return pieces


_INSIDE_SURNAMES = frozenset(("y", "e", "i"))


def _ends_whole(left: str, conjunction: str) -> bool:
    """Whether the text before a conjunction ends with a whole name."""
    parts = [part for part in _COMMA.split(left.strip(" ,")) if part]
    if not parts:
        return False
    last = parts[-1]
    if len(parts) > 1 and (_is_given(last) or is_degree(last) or is_suffix(last)):
        return True
    return _is_whole(last, conjunction)


def _begins_whole(right: str, conjunction: str) -> bool:
    """Whether the text after a conjunction begins with a whole name."""
    parts = [part for part in _COMMA.split(right.strip(" ,")) if part]
    if not parts:
        return False
    if len(parts) > 1 and not _has_initials(parts[0]) and conjunction not in _INSIDE_SURNAMES:
        return True
    if len(parts) > 1 and conjunction in _INSIDE_SURNAMES and not _has_initials(parts[0]):
        return len(parts) == 2 and _is_given(parts[1])
    return _is_whole(parts[0], conjunction)


def _is_whole(part: str, conjunction: str) -> bool:
    """Whether a text without commas is a name with surname and given names, or a body."""
    words_of = part.split()
    if is_group(part) or (read_group(part) is not None and len(words_of) == 1):
        return True
    if is_eastern(part):
        return len(words_of) > 1 or looks_whole(part)
    plain = [word for word in words_of if not is_initials(word) and not is_particle(word)]
    if not plain:
        return False
    if _has_initials(part):
        return True
    if conjunction in _INSIDE_SURNAMES:
        return len(plain) >= 2 and (is_given_name(words_of[0]) or is_patronymic(words_of[-1]) or len(plain) > 2)
    return len(plain) >= 2


def _has_initials(part: str) -> bool:
    words_of = part.split()
    if not any(not is_initials(word) for word in words_of):
        return False
    return any(is_initials(word) for word in words_of)


def _is_given(part: str) -> bool:
    """Whether a part after a comma may be given names: initials, or one to three words."""
    words_of = part.split()
    return all(is_initials(word) for word in words_of) or (
        len(words_of) <= 3 and not is_group(part) and not _has_surname(words_of)
    )


def _has_surname(words_of: list[str]) -> bool:
    """Whether initials follow a word, as in `Doe K`: that is a whole name and not given names."""
    return len(words_of) > 1 and not is_initials(words_of[0]) and is_initials(words_of[-1]) and "." not in words_of[-1]


def _commas(side: str, language: str) -> list[Read]:
    """The people in a text whose only separators are commas."""
    parts = [part.strip() for part in _COMMA.split(side) if part.strip()]
    parts = _attached(parts)
    if len(parts) < 2 or side[:1] == "{":
        return [read_person(side, language)]
    if _is_one_body(side, parts):
        return [_body(side)]
    if len(parts) == 2:
        return _two(parts[0], parts[1], language)
    return _many(parts, language)


def _body(side: str) -> Read:
    group = read_group(side)
    return group if group is not None else Outcome(Person(group=side))


def _is_one_body(side: str, parts: list[str]) -> bool:
    """Whether commas are inside one body's name: `Department of Energy, Mines and Resources`."""
    if not is_group(parts[0]) or any(_has_initials(part.split(";")[0]) for part in parts):
        return False
    rest = parts[1:]
    return all(not is_group(part) and read_group(part) is None for part in rest) or "(" in side


def _attached(parts: list[str]) -> list[str]:
    """Degrees, suffixes and roles joined to the part before them."""
    done: list[str] = []
    for part in parts:
        if done and (is_degree(part) or is_suffix(part)) and not _is_lone_initials(part, done):
            done[-1] = f"{done[-1]}, {part}"
        else:
            done.append(part)
    return done


def _is_lone_initials(part: str, done: list[str]) -> bool:
    """Whether what may be a degree is the initials of a surname before it: `Roe, MD`, `Roe, M. D.`"""
    alone = " " not in done[-1] and "," not in done[-1] and len(done) % 2 == 1
    return alone and is_initials(part.split()[0]) and not _has_initials(done[-1])


def _bare(part: str) -> str:
    """The first piece of a part to which degrees were joined."""
    return part.partition(",")[0]


def _two(first: str, second: str, language: str) -> list[Read]:
    """One person around a comma, or two people."""
    if _stands_alone(first) and (_stands_alone(second) or _plain_words(second) > 1) and not _only_initials(second):
        return [read_person(first, language), read_person(second, language)]
    if _stands_alone(second) and not _is_given(_bare(second)) and _plain_words(first) > 1:
        return [read_person(first, language), read_person(second, language)]
    if is_eastern(first) and is_eastern(second):
        if looks_whole(first) and looks_whole(second):
            return [read_person(first, language), read_person(second, language)]
        return [read_person(f"{first}, {second}", language)]
    if _two_full_names(first, second, language):
        return [
            _guess(read_person(part, language), "the comma is read as the end of one person")
            for part in (first, second)
        ]
    read = read_person(f"{first}, {second}", language)
    if _is_in_doubt(first, second, language):
        read = _guess(read, "if these are two people, put a semicolon between them")
    return [read]


_TWO_SURNAMES = frozenset(("es", "pt", "gl", "ca", "eu"))


def _is_in_doubt(first: str, second: str, language: str) -> bool:
    """Whether two full words before a comma and two after it may be two people: `Budi Santoso, Siti Wijaya`."""
    words_of, after = first.split(), second.split()
    if language.partition("-")[0] in _TWO_SURNAMES or len(words_of) != _plain_words(first) or "-" in first:
        return False
    full = [word for word in after if not is_initials(word) and not is_particle(word)]
    return len(words_of) == 2 and len(full) == len(after) == 2 and not any(is_given_name(word) for word in after)


def _two_full_names(first: str, second: str, language: str) -> bool:
    """`Jane Roe, John Doe`: both begin with a given name, or both with the same pattern and no known surname order."""
    if _plain_words(first) < 2 or _plain_words(second) < 2 or "," in first:
        return False
    one, other = first.split()[0], second.split()[0]
    if is_particle(one):
        return False
    if language.partition("-")[0] == "vi" and is_eastern_surname(one) and is_eastern_surname(other):
        return True
    if is_patronymic(first.split()[-1]):
        return True
    spanish = language.partition("-")[0] in ("es", "pt", "gl", "ca")
    if is_given_name(one) and not is_given_name(first.split()[-1]):
        return is_given_name(other) and not (spanish and is_given_name(second.split()[-1]))
    return False


def _guess(read: Read, note: str) -> Read:
    if read.value is None:
        return read
    return replace(
        read, certainty=max(read.certainty, Certainty.LIKELY), notes=(*read.notes, note), write=str(read.value)
    )


def _plain_words(part: str) -> int:
    return len([word for word in _bare(part).split() if not is_initials(word) and not is_particle(word)])


def _only_initials(part: str) -> bool:
    return all(is_initials(word) for word in _bare(part).split())


def _stands_alone(part: str) -> bool:
    """Whether a part is certainly a whole person or body: surname with initials, a body, a name with a patronymic."""
    bare = take_apart(_bare(part))[0] if "(" in part else _bare(part)
    if is_group(bare) or (read_group(bare) is not None and " " not in bare.strip()):
        return True
    if is_eastern(bare):
        return " " in bare or looks_whole(bare)
    if _has_initials(bare):
        return _plain_words(bare) > 0 and not _is_first_and_middle(bare)
    tokens = bare.split()
    return len(tokens) == 3 and (is_patronymic(tokens[-1]) or is_patronymic(tokens[1]))


def _is_first_and_middle(part: str) -> bool:
    """Whether a part is a given name with a middle initial: `Jane A.`"""
    words_of = part.split()
    return len(words_of) > 1 and not is_initials(words_of[0]) and "." in words_of[-1] and is_given_name(words_of[0])


def _many(parts: list[str], language: str) -> list[Read]:
    """Three parts and more, from left to right: whole people, or surname and given names in two parts."""
    reads: list[Read] = []
    at = 0
    full = all(_plain_words(part) >= 2 or _stands_alone(part) for part in parts)
    single = len(parts) % 2 == 0 and all(_plain_words(part) <= 2 for part in parts)
    while at < len(parts):
        part, following = parts[at], parts[at + 1] if at + 1 < len(parts) else ""
        if following and _only_initials(following) and not _has_initials(part) and not is_eastern(part):
            pair = read_person(f"{part}, {following}", language)
            reads.append(_guess(pair, "two parts each are read as one person") if _only_initials(part) else pair)
            at += 2
        elif _stands_alone(part) or full:
            read = read_person(part, language)
            reads.append(read if _stands_alone(part) else _guess(read, "each comma is read as the end of one person"))
            at += 1
        elif following and (single or at == 0 or "," in following) and not _stands_alone(following):
            reads.append(_guess(read_person(f"{part}, {following}", language), "two parts each are read as one person"))
            at += 2
        elif _plain_words(part) >= 2:
            reads.append(_guess(read_person(part, language), "each comma is read as the end of one person"))
            at += 1
        elif following and at + 2 == len(parts):
            reads.append(_guess(read_person(f"{part}, {following}", language), "two parts each are read as one person"))
            at += 2
        else:
            return [
                unreadable(
                    f"{quoted(', '.join(parts))} can be parted in several ways",
                    "put a semicolon between people, as in Roe, Jane; Doe, John",
                )
            ]
    return reads
