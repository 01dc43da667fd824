"""A record of a reference manager → a draft of an article, and what of it finds no place."""

from __future__ import annotations

import re

from jats.citations.formats.as_reference import texts_of
from jats.citations.formats.records import EXTRA, Record
from jats.draft import List, Map, Node, Text
from jats.findings import Note
from jats.importers import codes
from jats.importers.exports.codes import kind_of_record
from jats.importers.exports.drafting import add, fields, put
from jats.importers.exports.placing import words
from jats.vocab.article_types import find_article_type
from jats.vocab.dates import iso, parse_date

_ARTICLES = frozenset(("journal", "newspaper", "preprint", "conference", "other"))
_ROLES = {"editors": "editor", "translators": "translator"}
_EVENT = re.compile(r"(\d{4}/\d\d/\d\d)(?: \S+)? \[(received|accepted|revised)\]")
_HOUSEKEEPING = frozenset(("+country", "+types", "+type", "+electronic", "+subjects"))
"""What a database says of a record, and an article need not."""


def draft_of(record: Record, title: str, note: Note) -> Map:
    """The article; a record of another kind of work is read as one, with a warning."""
    kind = _string(record.get("type"))
    if kind not in _ARTICLES:
        note(kind_of_record(record.place, (), record.kind or kind, title))
    draft = Map(record.place)
    work = {**record.work.items, **{f"{EXTRA}{name}": value for name, value in record.extras.items.items()}}
    work.pop("type", None)
    _put_titles(draft, work)
    _put_people(draft, work)
    for ours, theirs in words("bibliography").items():
        value = work.get(ours)
        if value is not None and put(draft, theirs, value):
            del work[ours]
    _put_history(draft, work)
    _put_kind(draft, work)
    _report(record, work, note)
    return draft


def _string(node: Node | None) -> str:
    return str(node.value).strip() if isinstance(node, Text) else ""


def _put_titles(draft: Map, work: dict[str, Node]) -> None:
    """The title and its translation by language; of a book the title is its source."""
    put(draft, "language", work.pop("language", None))
    title = work.pop("title", None)
    if title is None:
        title = work.pop("source", None)
    else:
        put(draft, "journal.title", work.pop("source", None))
    translated = work.pop("trans_title", None)
    language = _string(draft.items.get("language"))
    if translated is not None and title is not None and language not in ("", "en"):
        title = fields(title.place, **{language: title, "en": translated})
    elif translated is not None and title is None:
        title = translated
    elif translated is not None:
        work["trans_title"] = translated
    put(draft, "title", title)


def _put_people(draft: Map, work: dict[str, Node]) -> None:
    for person in _people(work.pop("authors", None)):
        add(draft, "authors", _contributor(person))
    for field, role in _ROLES.items():
        for person in _people(work.pop(field, None)):
            made = _contributor(person)
            if isinstance(made, Map):
                put(made, "type", Text(role, made.place))
                add(draft, "contributors", made)
    for number, address in enumerate(_people(work.pop("+affiliations", None)), start=1):
        name = Text(f"aff{number}", address.place)
        add(draft, "affiliations", fields(address.place, id=name, text=address))


def _people(node: Node | None) -> list[Node]:
    if node is None:
        return []
    return list(node.items) if isinstance(node, List) else [node]


def _contributor(person: Node) -> Node:
    """A person of a record has the parts of the name beside what else is known of the person."""
    if not isinstance(person, Map):
        return fields(person.place, name=person)
    name = fields(person.place, **{part: person.items.get(part) for part in ("surname", "given", "suffix")})
    others = {key: value for key, value in person.items.items() if key not in ("surname", "given", "suffix")}
    return fields(person.place, name=name if name.items else None, **others)


def _put_history(draft: Map, work: dict[str, Node]) -> None:
    """Days on which the article was received, revised and accepted, as MEDLINE has them."""
    left: list[Node] = []
    for text in _people(work.pop("+history", None)):
        found = _EVENT.fullmatch(_string(text))
        day = parse_date(found[1].replace("/", "-")) if found else None
        if found is None or day is None or not put(draft, f"history.{found[2]}", Text(iso(day), text.place)):
            left.append(text)
    electronic = _string(work.get("+electronic"))
    if len(electronic) == 8 and electronic.isdecimal() and isinstance(draft.items.get("published"), Text):
        day_of = Text(f"{electronic[:4]}-{electronic[4:6]}-{electronic[6:]}", work.pop("+electronic").place)
        printed = draft.items["published"]
        draft.items["published"] = fields(printed.place, electronic=day_of, collection=printed)
    if left:
        work["+history"] = List(left, left[0].place)


def _put_kind(draft: Map, work: dict[str, Node]) -> None:
    """The kind of article, where a database names one that an article file knows."""
    for field in ("+types", "+type"):
        for text in _people(work.get(field)):
            kind = find_article_type(_string(text))
            if kind and put(draft, "type", Text(kind, text.place)):
                return


def _report(record: Record, left: dict[str, Node], note: Note) -> None:
    """Each value that an article may need, and the rest by one finding."""
    own: dict[str, None] = {}
    for name, value in left.items():
        for text in texts_of(value):
            if name in _HOUSEKEEPING or name == "+history":
                own.setdefault(name.removeprefix(EXTRA))
            else:
                note(codes.not_placed(text.place, (), name.removeprefix(EXTRA), str(text.value)))
    for one in record.unplaced:
        if one.housekeeping:
            own.setdefault(one.name)
        else:
            note(codes.not_placed(one.value.place, (), one.name, str(one.value.value)))
    if own:
        note(codes.left_out(record.place, (), list(own)))
