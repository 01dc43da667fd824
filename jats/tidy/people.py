"""Names of people as they are written, as fields: authors, contributors, cited people, those who received a grant."""

from __future__ import annotations

from functools import lru_cache

from jats.draft import List, Map, Node, Path, Text
from jats.input_codes import readings
from jats.parsers.names import read_person
from jats.parsers.orders import is_given_name, is_initials, is_particle
from jats.parsers.outcome import Outcome
from jats.parsers.people import read_people
from jats.parsers.persons import People, Person
from jats.tidy.context import Context, Words, fields_at, report

_WORDS = Words(readings.person_read, readings.person_guessed, readings.person_unreadable)
NAME_FIELDS = frozenset(
    ("surname", "given", "surname_initials", "given_initials", "prefix", "suffix", "style", "full", "language")
)
_WHO = frozenset(("name", "collaboration", "anonymous", *NAME_FIELDS))
_GROUP_FIELDS = frozenset(("type", "members", "id", "roles", "email", "affiliations", "address", "notes"))


def read_people_field(around: Map, key: str, path: Path, context: Context) -> None:
    """A field that holds people: a line, a list of lines and fields, or the fields of one person."""
    node = around.items[key]
    if isinstance(node, Text) and isinstance(node.value, str):
        found = _line(node, (*path, key), around, key, context)
        around.items[key] = found[0] if len(found) == 1 else List(found, node.place)
    elif isinstance(node, List):
        around.items[key] = _list(node, (*path, key), around, key, context)
    elif isinstance(node, Map):
        read_entry(node, (*path, key), context)


def read_by_role(around: Map, key: str, path: Path, context: Context) -> None:
    """People by their role, or groups of contributors by their kind."""
    node = around.items[key]
    if isinstance(node, Map) and not (key == "contributor_groups" and node.items.keys() & _GROUP_FIELDS):
        for role in list(node.items):
            if role in _BODIES and (body := _body(node.items[role])) is not None:
                node.items[role] = body
            read_people_field(node, role, (*path, key), context)


_BODIES = frozenset(("assignee", "publisher", "sponsor", "distributor"))
"""Roles that bodies have rather than persons."""


def _body(node: Node) -> Node | None:
    """Words without a comma as the name of a body."""
    if not isinstance(node, Text) or not isinstance(node.value, str) or any(sign in node.value for sign in ",;"):
        return None
    words = node.value.split()
    if len(words) < 2 or any(is_initials(word) for word in words) or is_given_name(words[0]):
        return None
    return fields_at(node.place, collaboration=node.value)


def _list(node: List, path: Path, around: Map, key: str, context: Context) -> List:
    items: list[Node] = []
    for index, item in enumerate(node.items):
        if isinstance(item, Text) and isinstance(item.value, str):
            items += _line(item, (*path, index), around, key, context)
        else:
            if isinstance(item, Map):
                read_entry(item, (*path, index), context)
            items.append(item)
    return List(items, node.place)


@lru_cache(maxsize=8192)
def _plain(line: str, language: str) -> tuple[str, ...] | None:
    """The names of a line of which there is nothing to say, each as `Surname, Given names`."""
    read = read_people(line, language)
    if read.value is None or not read.is_clean or read.value.etal:
        return None
    people = read.value.people
    if not all(person.surname and person.given and _is_short(person) for person in people):
        return None
    return tuple(f"{person.surname}, {person.given}" for person in people)


def _line(text: Text, path: Path, around: Map, key: str, context: Context) -> list[Node]:
    """The people of one text; of an article's own authors all are named."""
    if (plain := _plain(text.value, context.language)) is not None:
        return [Text(name, text.place) for name in plain]
    read = read_people(text.value, context.language)
    _report(read, text, path, context)
    if read.value is None:
        return [_unread(text)]
    if read.value.etal:
        _go_on(text, path, around, key, context)
    return [_node(person, text, path, context) for person in read.value.people]


def _report(read: Outcome[People], text: Text, path: Path, context: Context) -> None:
    report(read, text, path, _WORDS, context)


def _unread(text: Text) -> Node:
    """Used for a line that can't be read: it was reported, so nothing more is asked of it."""
    return fields_at(text.place, full=text.value)


def _go_on(text: Text, path: Path, around: Map, key: str, context: Context) -> None:
    """`et al.` of a cited work is its field `etal`; an article's own authors are all to be named."""
    if not context.in_work:
        context.say(readings.not_all_authors(text.place, path))
    elif "etal" not in around.items and key in ("authors", "editors"):
        around.put("etal", Text("yes", text.place), text.place)


def _node(person: Person, text: Text, path: Path, context: Context) -> Node:
    """A person as the article file has it: in short if nothing but surname and given names is known."""
    if person.surname and person.given and _is_short(person):
        return Text(f"{person.surname}, {person.given}", text.place)
    if person.anonymous or person.group:
        return fields_at(text.place, collaboration=person.group, anonymous="yes" if person.anonymous else None)
    if context.in_work:
        _say_lost(person, text, path, context)
        return fields_at(text.place, **_name_of(person), role=person.role)
    more = {"degrees": list(person.degrees), "orcid": person.orcid, "email": person.email, "roles": person.role}
    return fields_at(text.place, **_name_of(person), **more)


def _is_short(person: Person) -> bool:
    extra = (person.prefix, person.suffix, person.degrees, person.orcid, person.email, person.role)
    return not any(extra) and "," not in f"{person.surname}{person.given}"


def _name_of(person: Person) -> dict[str, str | None]:
    names = ("surname", "given", "prefix", "suffix", "full")
    return {name: getattr(person, name) for name in names}


def _say_lost(person: Person, text: Text, path: Path, context: Context) -> None:
    """A cited person has no field for a degree, an ORCID iD or an e-mail address."""
    lost = [*person.degrees, *(part for part in (person.orcid, person.email) if part)]
    if lost:
        notes = (f"a reference has no place for {', '.join(lost)}, which is dropped",)
        context.say(readings.person_read(text.place, path, text.value, str(person), notes))


def read_entry(entry: Map, path: Path, context: Context) -> None:
    """The fields of one person: the name in them may be written in short."""
    _check_prefix(entry, path, context)
    name = entry.items.get("name")
    if isinstance(name, Text) and isinstance(name.value, str):
        _read_name(entry, name, (*path, "name"), context)
    elif isinstance(name, List):
        for index, form in enumerate(name.items):
            if isinstance(form, Text) and isinstance(form.value, str):
                name.items[index] = _form(form, (*path, "name", index), context.language, context)
    elif isinstance(name, Map):
        _check_prefix(name, (*path, "name"), context)
        if not name.items.keys() & NAME_FIELDS:
            for tag, form in name.items.items():
                if isinstance(form, Text) and isinstance(form.value, str):
                    name.items[tag] = _form(form, (*path, "name", tag), tag, context)


def _form(text: Text, path: Path, language: str, context: Context) -> Node:
    """One form of a name, in a language."""
    read = read_person(text.value, language)
    report(read, text, path, _WORDS, context)
    person = read.value
    if person is None or person.group or person.anonymous:
        return fields_at(text.place, full=text.value)
    if person.surname and person.given and _is_short(person):
        return Text(f"{person.surname}, {person.given}", text.place)
    return fields_at(text.place, **_name_of(person))


def _read_name(entry: Map, text: Text, path: Path, context: Context) -> None:
    """The name of an entry; what was beside it goes into the entry's own fields, if they are free."""
    read = read_people(text.value, context.language)
    if read.value is not None and (len(read.value.people) > 1 or read.value.etal):
        notes = (f"{len(read.value.people)} people are named where one belongs",)
        context.say(readings.person_unreadable(text.place, path, notes, "write each of them as an entry of its own"))
        entry.items["name"] = fields_at(text.place, full=text.value)
        return
    _report(read, text, path, context)
    if read.value is None:
        entry.items["name"] = fields_at(text.place, full=text.value)
        return
    person = read.value.people[0]
    if person.anonymous or person.group:
        _put_group(entry, person, text)
        return
    short = person.surname and person.given and _is_short(person)
    entry.items["name"] = (
        Text(f"{person.surname}, {person.given}", text.place) if short else fields_at(text.place, **_name_of(person))
    )
    _put_extras(entry, person, text, path, context)


def _put_group(entry: Map, person: Person, text: Text) -> None:
    items = {}
    for key, node in entry.items.items():
        if key == "name":
            key = "collaboration" if person.group else "anonymous"
            node = Text(person.group or "yes", text.place)
            entry.keys.setdefault(key, entry.keys.get("name", text.place))
        items[key] = node
    entry.items = items


def _put_extras(entry: Map, person: Person, text: Text, path: Path, context: Context) -> None:
    if context.in_work:
        _say_lost(person, text, path, context)
        found = fields_at(text.place, role=person.role)
    else:
        found = fields_at(
            text.place, degrees=list(person.degrees), orcid=person.orcid, email=person.email, roles=person.role
        )
    for key, node in found.items.items():
        if key not in entry.items:
            entry.put(key, node, text.place)


def _check_prefix(entry: Map, path: Path, context: Context) -> None:
    """A particle in `prefix` belongs to the surname."""
    prefix = entry.items.get("prefix")
    if not isinstance(prefix, Text) or not isinstance(prefix.value, str):
        return
    words = prefix.value.split()
    if words and all(is_particle(word.lower()) for word in words):
        surname = entry.items.get("surname")
        shown = surname.value if isinstance(surname, Text) else ""
        context.say(readings.particle_as_prefix(prefix.place, (*path, "prefix"), prefix.value, str(shown)))
