"""Texts that hold several things: affiliations, ids of affiliations, e-mail addresses, roles, references, ISSNs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jats.draft import List, Map, Node, Path, Text
from jats.input_codes import readings, tidied
from jats.parsers.lists import read_affiliations, read_emails, read_ids
from jats.parsers.outcome import Certainty
from jats.parsers.references import read_reference_block, without_number
from jats.tidy.context import Context, fields_at
from jats.vocab.credit import find_role, resembling_role, split_degree


def _say(text: Text, path: Path, notes: Sequence[str], context: Context) -> None:
    if notes:
        context.say(readings.several_read(text.place, path, text.value, notes))


def read_references(around: Map, key: str, path: Path, context: Context) -> None:
    """A pasted list as a list; numbers before the entries are dropped; a line with a colon in it is that line."""
    node = around.items[key]
    if isinstance(node, Text) and isinstance(node.value, str) and (lists := _lists_under_headings(node)) is not None:
        _say(node, (*path, key), (f"{len(lists.items)} lists are read, by their headings",), context)
        around.items[key] = lists
    elif isinstance(node, Text) and isinstance(node.value, str):
        read = read_reference_block(node.value)
        if read.value and (len(read.value) > 1 or read.notes):
            _say(node, (*path, key), read.notes, context)
            around.items[key] = List([Text(one, node.place) for one in read.value], node.place)
    elif isinstance(node, List):
        _lines(node, (*path, key), context)


def _lists_under_headings(text: Text) -> List | None:
    """The lists of a pasted text that has several headings, such as Література and References."""
    lines = text.value.strip().split("\n")
    if len(lines) < _LEAST_LINES:
        return None
    from jats.citations.split import is_heading, split

    if sum(map(is_heading, lines)) < 2 or not is_heading(lines[0]):
        return None
    lists: list[Node] = []
    for one in split(text.value):
        references = List([Text(item.text, text.place) for item in one.items], text.place)
        lists.append(fields_at(text.place, title=one.title, references=references))
    return List(lists, text.place)


_LEAST_LINES = 4
"""Two headings with a reference each."""
_LIKE_FIELD = re.compile(r"[a-z_]{1,30}")


def _lines(node: List, path: Path, context: Context) -> None:
    for index, item in enumerate(node.items):
        if isinstance(item, Map) and len(item.items) == 1 and not item.keys.keys() - item.items.keys():
            (name, value), *_ = item.items.items()
            if not _LIKE_FIELD.fullmatch(name) and isinstance(value, Text) and isinstance(value.value, str):
                node.items[index] = Text(f"{name}: {value.value}", item.place)
    _doubt_hyphens(node, path, context)
    _drop_numbers(node, path, context)


_ALONE = frozenset(("text", "doi", "pmid", "pmcid", "url", "references", "title"))
"""Fields that a reference may have alone."""


def _doubt_hyphens(node: List, path: Path, context: Context) -> None:
    """Fields of one reference of which each has a hyphen, so that each would be a reference."""
    maps = [item for item in node.items if isinstance(item, Map)]
    keys = [key for item in maps for key in item.items]
    alone = len(node.items) == len(maps) == len(keys) == len(set(keys)) > 1
    if not alone or set(keys) <= _ALONE:
        return
    first, *others = keys
    context.say(tidied.fields_with_hyphens(maps[1].place, (*path, 1), first, others))


def _drop_numbers(node: List, path: Path, context: Context) -> None:
    """Numbers that run through the list are its own, not the references'."""
    found = [
        without_number(item.value, at + 1) if isinstance(item, Text) and isinstance(item.value, str) else None
        for at, item in enumerate(node.items)
    ]
    if not found or any(one is None for one in found):
        return
    for index, (item, bare) in enumerate(zip(node.items, found, strict=True)):
        if isinstance(item, Text) and bare is not None:
            notes = (f"the number {index + 1} before the reference is dropped",)
            _say(item, (*path, index), notes, context)
            node.items[index] = Text(bare, item.place)


def read_affiliations_field(around: Map, key: str, path: Path, context: Context) -> None:
    """Affiliations of the article in one text, or the ids of a contributor's, or several as printed."""
    node = around.items[key]
    if not isinstance(node, Text) or not isinstance(node.value, str):
        return
    if not path:
        _block(around, key, node, context)
        return
    read = read_affiliations(node.value)
    if read.value and len(read.value) > 1:
        _say(node, (*path, key), read.notes, context)
        around.items[key] = List([Text(name, node.place) for _, name in read.value], node.place)


def _block(around: Map, key: str, node: Text, context: Context) -> None:
    read = read_affiliations(node.value)
    if read.value and (len(read.value) > 1 or read.value[0][0]):
        numbered = all(label for label, _ in read.value)
        _say(node, (key,), read.notes or ("one affiliation is read",), context)
        around.items[key] = List(
            [
                fields_at(node.place, id=label if numbered else None, text=name.rstrip(" ;"))
                for label, name in read.value
            ],
            node.place,
        )


def read_ids_of_affiliations(draft: Map) -> None:
    """`affiliations: seas, uni` of a contributor is a list, if both are ids of affiliations."""
    known = _ids(draft.items.get("affiliations"))
    if known:
        for key in ("authors", "contributors", "contributor_groups"):
            if key in draft.items:
                _part(draft.items[key], known)


def _ids(node: Node | None) -> frozenset[str]:
    items = node.items if isinstance(node, List) else [node]
    found = [item.items.get("id") for item in items if isinstance(item, Map)]
    return frozenset(one.value for one in found if isinstance(one, Text) and isinstance(one.value, str))


def _part(node: Node, known: frozenset[str]) -> None:
    if isinstance(node, List):
        for item in node.items:
            _part(item, known)
    elif isinstance(node, Map):
        for key, value in list(node.items.items()):
            if key == "affiliations" and isinstance(value, Text) and isinstance(value.value, str):
                read = read_ids(value.value, known)
                if read.value and len(read.value) > 1:
                    node.items[key] = List([Text(one, value.place) for one in read.value], value.place)
            elif isinstance(value, (List, Map)):
                _part(value, known)


def read_email_field(around: Map, key: str, path: Path, context: Context) -> None:
    """E-mail addresses in one text."""
    node = around.items[key]
    if not isinstance(node, Text) or not isinstance(node.value, str):
        return
    read = read_emails(node.value)
    if read.value and (len(read.value) > 1 or read.notes):
        if read.certainty is Certainty.LIKELY:
            context.say(readings.list_guessed(node.place, (*path, key), node.value, read.write, read.notes, read.write))
        else:
            _say(node, (*path, key), read.notes, context)
        found: list[Node] = [Text(one, node.place) for one in read.value]
        around.items[key] = found[0] if len(found) == 1 else List(found, node.place)


_ROLES = re.compile(r"(?<!\s)\s*[;；؛|\n]\s*")
_COMMAS = re.compile(r"(?<!\s)\s*[,،，、]\s*")


def read_roles(around: Map, key: str, path: Path, context: Context) -> None:
    """Roles in one text, each with how much of it is this person's; words of an editor's role stay words."""
    node = around.items[key]
    texts = node.items if isinstance(node, List) else [node]
    items: list[Node] = []
    for text in texts:
        if isinstance(text, Map):
            items += _explicit(text)
        elif isinstance(text, Text) and isinstance(text.value, str):
            parts = [part for part in _split_roles(text.value) if part]
            items += [_role(part, text, is_author=_is_author(around)) for part in parts]
            if _is_author(around):
                _doubt_roles(parts, text, (*path, key), context)
        else:
            items.append(text)
    if texts:
        around.items[key] = items[0] if not isinstance(node, List) and len(items) == 1 else List(items, node.place)


def _doubt_roles(parts: list[str], text: Text, path: Path, context: Context) -> None:
    """Say of each role that is not a term of CRediT, but resembles one, which is likely meant."""
    for part in parts:
        if not find_role(split_degree(part)[0]) and (meant := resembling_role(part)):
            context.say(tidied.role_doubtful(text.place, path, part, meant))


def _explicit(role: Map) -> list[Node]:
    """The roles of `{credit: …}` if its text holds several terms, or a term and its degree."""
    text = role.items.get("credit")
    if len(role.items) > 1 or not isinstance(text, Text) or not isinstance(text.value, str):
        return [role]
    parts = [split_degree(part) for part in _split_roles(text.value) if part]
    known = [(found, degree) for bare, degree in parts if (found := find_role(bare))]
    if len(known) < len(parts) or (len(known) == 1 and not known[0][1]):
        return [role]
    return [fields_at(text.place, credit=found.term, degree=degree) for found, degree in known]


def _split_roles(text: str) -> list[str]:
    """The parts at semicolons; commas part terms of CRediT alone."""
    done: list[str] = []
    for part in _ROLES.split(text.strip()):
        inner = _COMMAS.split(part)
        credit = len(inner) > 1 and all(find_role(split_degree(one)[0]) for one in inner)
        done += inner if credit else [part]
    return done


def _is_author(around: Map) -> bool:
    kind = around.items.get("type")
    return not (isinstance(kind, Text) and str(kind.value).lower() not in ("author", "contributor"))


def _role(part: str, text: Text, *, is_author: bool) -> Node:
    if not is_author:
        return fields_at(text.place, text=part)
    bare, degree = split_degree(part)
    role = find_role(bare)
    if role and degree:
        return fields_at(text.place, credit=role.term, degree=degree)
    return Text(part, text.place)


_ISSN = re.compile(r"(\d{4}[-–‑]?\d{3}[\dXxХх])\s?(?:[(\[]?\s?([^\W\d_][^()\[\],;\d]{0,30})[)\]]?)?")
_ISSN_BEFORE = re.compile(r"([^\W\d_][^()\[\],;\d]{0,30}?)[\s:(]{1,3}(\d{4}[-–‑]?\d{3}[\dXxХх])")
_PRINT = (
    "print",
    "p-issn",
    "pissn",
    "друк",
    "печат",
    "impres",
    "papel",
    "gedruckt",
    "imprim",
    "basılı",
    "druk",
    "tisk",
    "纸",
)
_ELECTRONIC = (
    "online",
    "electr",
    "e-issn",
    "eissn",
    "онлайн",
    "електр",
    "электр",
    "línea",
    "web",
    "çevrim",
    "elektr",
    "digital",
    "网络",
)


def read_issn(around: Map, key: str, path: Path, context: Context) -> None:
    """Two ISSNs in one text, each with the words for its kind."""
    node = around.items[key]
    if not isinstance(node, Text) or not isinstance(node.value, str) or len(node.value) > 200:
        return
    found = [(words, number) for words, number in _ISSN_BEFORE.findall(node.value) if _kind(words)]
    if len(found) < 2:
        found = [(words, number) for number, words in _ISSN.findall(node.value) if _kind(words)]
    kinds = {_kind(words): number for words, number in found}
    if kinds and len(kinds) == len(found):
        notes = ("each ISSN is taken with its kind",)
        _say(node, (*path, key), notes, context)
        around.items[key] = fields_at(node.place, **{str(kind): number for kind, number in kinds.items()})


def _kind(words: str) -> str | None:
    small = words.lower()
    if any(word in small for word in _ELECTRONIC):
        return "electronic"
    return "print" if any(word in small for word in _PRINT) else None
