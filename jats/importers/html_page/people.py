"""The authors of a page: the list of the most specific part, with what the other parts add to each person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.draft import List, Map, Text
from jats.findings import Note
from jats.importers import codes
from jats.importers.html_page.said import Author, Group, Pool, Said
from jats.vocab.normal_forms import without_accents

_WORDS = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[ -]?){1,4}$")
_LONGEST_NAME = 12
"""The number of words in the longest text that is compared with how it would be cited."""


def authors_of(pool: Pool, note: Note) -> List | None:
    """The authors as a field of the draft; None if the page names none."""
    groups = sorted((group for group in pool.people if group.authors), key=lambda group: group.rank)
    if not groups:
        return None
    first = next((group for group in groups if _has_all(group, groups[0])), groups[0])
    others = [group for group in groups if group is not first]
    for other in others:
        _add(first, other, note)
    for said in pool.ranked("biography"):
        owner = next((author for author in first.authors if folded(author.name.text) in folded(said.name)), None)
        if owner is None or owner.biography is not None:
            pool.unplaced.append(said)
        else:
            owner.biography = said
    cited = " ".join(said.text for said in pool.ranked("how_to_cite"))
    people = [_person(author, cited) for author in first.authors]
    return List([*people], first.authors[0].name.place)


def _has_all(group: Group, other: Group) -> bool:
    """Whether a list of the page has everybody of another one and somebody more."""
    named = [author.name.text for author in group.authors]
    return len(named) > len(other.authors) and all(
        any(is_same(author.name.text, name) for name in named) for author in other.authors
    )


def _add(first: Group, other: Group, note: Note) -> None:
    """What another part says of the same people; people who are only there are reported."""
    for author in other.authors:
        match = next((one for one in first.authors if is_same(one.name.text, author.name.text)), None)
        if match is None:
            if not _is_all(author.name.text, first) and not author.name.text.startswith("http"):
                kept = "; ".join(one.name.text for one in first.authors)
                note(codes.said_twice(first.authors[0].name.place, (), "authors", kept, author.name.text))
            continue
        match.affiliations = match.affiliations or author.affiliations
        match.emails = match.emails or author.emails
        match.orcid = match.orcid or author.orcid
        match.surname = match.surname or author.surname
        match.given = match.given or author.given
        if _is_fuller(author.name.text, match.name.text):
            match.name = author.name


def _is_all(text: str, group: Group) -> bool:
    """Whether a text names everybody of a group in one line."""
    words = sorted(folded(text).split())
    return words == sorted(word for author in group.authors for word in folded(author.name.text).split())


def folded(text: str) -> str:
    """A text without case, accents and punctuation, to compare by."""
    return " ".join(_WORDS.findall(without_accents(text).casefold()))


def is_same(one: str, other: str) -> bool:
    """Whether two forms of a name may be of one person: the same words in any order, some only as initials."""
    mine, theirs = folded(one).split(), folded(other).split()
    if sorted(mine) == sorted(theirs):
        return True
    if len(mine) != len(theirs) or not mine:
        return False
    whole = [word for word in mine if len(word) > 1 and word in theirs]
    rest = sorted(word for word in mine if word not in whole)
    theirs = sorted(word for word in theirs if word not in whole)
    short = all(min(len(a), len(b)) == 1 and a[0] == b[0] for a, b in zip(rest, theirs, strict=False))
    return bool(whole) and len(rest) == len(theirs) and short


def _is_fuller(one: str, other: str) -> bool:
    """Whether a form of the name has words where the other has initials."""
    return sum(map(len, folded(one).split())) > sum(map(len, folded(other).split()))


def _person(author: Author, cited: str) -> Map:
    person = Map(author.name.place)
    if author.kind == "group":
        person.put("collaboration", _text(author.name))
    else:
        person.put("name", _name(author, cited))
    if author.orcid:
        person.put("orcid", _text(author.orcid))
    if author.affiliations:
        held = [_affiliation(one) for one in author.affiliations]
        person.put("affiliations", List([*held], held[0].place))
    if author.emails:
        person.put("email", _text(author.emails[0]))
    if author.url and "orcid.org" not in author.url.text:
        person.put("url", _text(author.url))
    if author.biography:
        person.put("biography", _text(author.biography))
    return person


def _name(author: Author, cited: str) -> Map | Text:
    """The name in parts if the page says which word is the surname, else as it is written."""
    surname, given = author.surname, author.given
    if not (surname and given) and "," not in author.name.text:
        surname, given = next(_cited_parts(author.name.text, cited), ("", ""))
    if not surname:
        return _text(author.name)
    name = Map(author.name.place)
    name.put("surname", Text(surname, author.name.place))
    if given:
        name.put("given", Text(given, author.name.place))
    return name


def _cited_parts(name: str, cited: str) -> Iterator[tuple[str, str]]:
    """Surname and given names by the line on how to cite, which has `Surname, I.` of the same person."""
    words = name.split()
    if len(words) > _LONGEST_NAME:
        return
    for start in range(1, len(words)):
        for surname, given in ((words[start:], words[:start]), (words[:start], words[start:])):
            form = rf"(?<!\w){re.escape(' '.join(surname))},\s+({re.escape(given[0][0])}(?:[.\s]|\w+))"
            if re.search(form, cited):
                yield " ".join(surname), " ".join(given)


def _affiliation(said: Said) -> Map:
    held = Map(said.place)
    held.put("text", _text(said))
    return held


def _text(said: Said) -> Text:
    return Text(said.text, said.place)
