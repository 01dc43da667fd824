"""What the model refuses, in an editor's words: unknown and missing keys, a list instead of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jats.draft import Map, Path, Text, find, key_place, plain
from jats.findings import Finding, Place
from jats.input_codes import shape
from jats.messages.words import all_of, nearest_one, quoted
from jats.model.article import Article, IssueFile, JournalFile
from jats.model.base import Data
from jats.model.journal import Journal
from jats.model.words import field_words

FILES: dict[str, type[Data]] = {"article": Article, "journal": JournalFile, "issue": IssueFile}
FoundFault = tuple[Finding, Path]
"""A finding, and where in the draft what it speaks of is."""


def shape_faults(draft: Map, kind: str) -> list[FoundFault]:
    """What a file of one kind (`article`, `journal`, `issue`) says in the wrong shape."""
    try:
        FILES[kind].model_validate(plain(draft))
    except ValidationError as error:
        return list(in_our_words(error, draft, FILES[kind]))
    return []


def in_our_words(error: ValidationError, draft: Map, model: type[Data]) -> Iterator[FoundFault]:
    """The model's errors as findings, in its order."""
    for one in error.errors(include_url=False):
        yield _WORDS.get(one["type"], _other)(one, _Where(draft, one, model))


class _Where:
    """An error's place: its path in the model, and in the draft with the value that is there."""

    def __init__(self, draft: Map, error: ErrorDetails, model: type[Data]) -> None:
        self.draft, self.model = draft, model
        own = len(error["loc"]) - 1 if error["type"] == "extra_forbidden" else len(error["loc"])
        self.loc: Path = tuple(step for at, step in enumerate(error["loc"]) if at == own or not _is_marker(step))
        self.node, self.way = find(draft, self.loc)

    @property
    def place(self) -> Place:
        """Where the value starts, and its key if it is not a text: an editor looks for the name."""
        return self.node.place if isinstance(self.node, Text) else self.key

    @property
    def key(self) -> Place:
        return key_place(self.draft, self.way)

    def below(self, *steps: str) -> Path:
        """The path in the draft of what is under the error's own, or would be there."""
        _, way = find(self.draft, self.loc + steps)
        return way if way[-len(steps) :] == steps else self.way + steps


def _is_marker(step: int | str) -> bool:
    """Whether a step of pydantic's path is the name of a union's branch, or the sign for a key."""
    return isinstance(step, str) and step.startswith(("@", "[key]"))


Words = Callable[[ErrorDetails, _Where], FoundFault]


def _unknown(error: ErrorDetails, where: _Where) -> FoundFault:
    key = str(where.loc[-1])
    near, hint = _meant(key, where)
    if near == "ids" and _models(where.model, where.loc[:-1])[-1] in _OF_PUBLISHERS and _is_a_line(error["input"]):
        near, hint = None, f": write ids: {{publisher-id: {_in_yaml(error['input'])}}}"
    return shape.unknown_key(where.key, where.way, [key], near, hint), where.way


def _missing(_error: ErrorDetails, where: _Where) -> FoundFault:
    key = str(where.loc[-1])
    _, way = find(where.draft, where.loc[:-1])
    model = _models(where.model, where.loc[:-1])[-1]
    place = key_place(where.draft, way) if way else where.draft.place
    says = field_words(model).get(key, "").rstrip(".")
    return shape.missing_key(place, (*way, key), key, says[:1].lower() + says[1:]), way


def _text(error: ErrorDetails, where: _Where) -> FoundFault:
    return shape.text_wanted(where.place, where.way, _kind(error["input"]), _in_brackets(error["input"])), where.way


def _in_brackets(value: Any) -> str:
    """A list of one text as the text in brackets that it may have been; empty if it can't have been one."""
    alone = isinstance(value, (list, tuple)) and len(value) == 1 and isinstance(value[0], str)
    return f"[{value[0]}]" if alone else ""


def _fields(error: ErrorDetails, where: _Where) -> FoundFault:
    model = _models(where.model, where.loc)[-1] if error["type"] != "dict_type" else None
    names = tuple(model.model_fields) if model else ()
    printed = _in_brackets(error["input"]) if "text" in names else ""
    written = _as_fields(error["input"], names, str(where.loc[-1]))
    return shape.fields_wanted(where.place, where.way, _kind(error["input"]), names, printed, written), where.way


def _as_fields(value: Any, names: Sequence[str], key: str) -> str:
    """A text as the field that it is likely to be: `journal: {title: Journal of Tides}`."""
    name = next((name for name in ("title", "name") if name in names), "")
    return f"{key}: {{{name}: {_in_yaml(value)}}}" if name and key.isidentifier() and _is_a_line(value) else ""


def _is_a_line(value: Any) -> bool:
    """Whether a value is a text that is short enough to be shown in a message."""
    return isinstance(value, str) and "\n" not in value and len(value) <= 200


def _in_yaml(text: str) -> str:
    """A text as a value between braces, in quotation marks if a sign in it has a meaning there."""
    quote = '"' if re.search(r"[,:#{}\[\]'\"]|^\W", text) else ""
    return f"{quote}{text.replace(quote, '') if quote else text}{quote}"


def _list(error: ErrorDetails, where: _Where) -> FoundFault:
    return shape.list_wanted(where.place, where.way, _kind(error["input"])), where.way


def _choice(error: ErrorDetails, where: _Where) -> FoundFault:
    allowed = re.findall(r"'([^']*)'", error["ctx"]["expected"])
    value = str(error["input"])
    return shape.not_one_of(where.place, where.way, value, allowed), where.way


def _empty(_error: ErrorDetails, where: _Where) -> FoundFault:
    return shape.empty_value(where.place, where.way), where.way


def _forbidden(error: ErrorDetails, where: _Where) -> FoundFault:
    return shape.forbidden_in_value(where.place, where.way, error["ctx"]["shown"]), where.way


def _flag(error: ErrorDetails, where: _Where) -> FoundFault:
    if not isinstance(error["input"], (str, int, float)):
        return _text(error, where)
    return shape.yes_or_no(where.place, where.way, str(error["input"])), where.way


def _language(error: ErrorDetails, where: _Where) -> FoundFault:
    key = error["ctx"]["key"]
    way = where.below(key)
    near = _language_meant(key)
    around, here = _models(where.model, where.loc[:-1]), _models(where.model, where.loc)
    if near is None and len(here) > len(around):
        near = _nearest_field(key, here[-1])
    return shape.not_language(key_place(where.draft, way), way, key, near), way


def _at_field(error: ErrorDetails, where: _Where) -> FoundFault:
    way = where.below(*error["ctx"]["field"].split("/"))
    return shape.does_not_fit(key_place(where.draft, way), way, error["ctx"]["words"]), way


def _other(error: ErrorDetails, where: _Where) -> FoundFault:
    """Words of our own in the model; never pydantic's."""
    raised = error.get("ctx", {}).get("error")
    words = str(raised) if raised is not None else "does not fit here"
    return shape.does_not_fit(where.place, where.way, words), where.way


_WORDS: Mapping[str, Words] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "string_type": _text,
    "text_wanted": _text,
    "model_type": _fields,
    "model_attributes_type": _fields,
    "dict_type": _fields,
    "tuple_type": _list,
    "list_type": _list,
    "literal_error": _choice,
    "empty_value": _empty,
    "forbidden_character": _forbidden,
    "yes_or_no": _flag,
    "language_key": _language,
    "at_field": _at_field,
}
"""Kinds of errors, pydantic's and those that the model raises (jats/model/base.py) → who says them."""


def _kind(value: Any) -> str:
    if isinstance(value, Mapping):
        return "a set of fields"
    return "a list" if isinstance(value, (list, tuple)) else "a text"


def _language_meant(key: str) -> str | None:
    from jats.vocab.languages import words_to_language

    return words_to_language(key)


def _meant(key: str, where: _Where) -> tuple[str | None, str]:
    """The nearest field at this level; else where such a field belongs, or which fields there are."""
    models = _models(where.model, where.loc[:-1])
    model, here = models[-1], models[-1].model_fields
    if near := _other_name(key, model):
        return near, ""
    if hint := _elsewhere(key, model):
        return None, hint
    near = _nearest_field(key, model)
    # A short word may be a field of another thing, such as issn beside isbn, unless it is a field here without its s.
    if near and (len(key) > 4 or near == f"{key}s"):
        return near, ""
    if hint := _below(key, model) or _above(key, where):
        return None, hint
    return near, "" if near else f"; fields here are {all_of(here, 6)}"


def _other_name(key: str, model: type[Data]) -> str | None:
    name = _RENAMED.get(key)
    return name if name in model.model_fields and key not in model.model_fields else None


def _nearest_field(key: str, model: type[Data]) -> str | None:
    """The field that a key is a slip of."""
    here = model.model_fields
    others = {name: field for name, field in _RENAMED.items() if field in here and name not in here}
    near = nearest_one(key, [*here, *others])
    return others.get(near, near) if near else None


def _elsewhere(key: str, model: type[Data]) -> str:
    """The hint for a field of another file, or for what no file holds."""
    if model is JournalFile and key == "journal":
        return ": this file is the journal's: delete the line and move what is below it to the margin"
    if model is not Article:
        return ""
    if key in _JOURNAL_FILE:
        return ": it is a field of the journal's file: write it in journal.yaml"
    if key in Journal.model_fields:
        return ": it is a field of the journal: write it in journal.yaml, or below journal:"
    if key.lower() in _BEFORE_THE_TEXT:
        return f": write it in notes, as in notes: [{{type: {key.lower().replace('_', '-')}, text: …}}]"
    if key.lower().replace("_", "") in _FULL_TEXT:
        return ": an article file holds metadata and references, the full text is not a part of it"
    return ""


def _below(key: str, model: type[Data]) -> str:
    """The hint for a field of what one of the fields here holds."""
    for name, field in model.model_fields.items():
        below = _data_in(field.annotation)
        if below and below is not model and key in below.model_fields:
            if name in _ENTRIES:
                entry, first = _ENTRIES[name]
                column = f"in the column of {quoted(first)}"
                return f": it belongs to one {entry}: write it in that {entry}'s entry, {column}"
            return f": it is a field of {name}: write it below {name}:, indented by two more spaces"
    return ""


def _above(key: str, where: _Where) -> str:
    """The hint for a field of what holds the fields here, if it is not there already."""
    if key in _ANYWHERE:
        return ""
    for length in range(len(where.way) - 1, 0, -1):
        holder, above = where.way[length - 1], _models(where.model, where.way[: length - 1])[-1]
        if isinstance(holder, str) and key in above.model_fields:
            node, way = find(where.draft, where.way[: length - 1])
            there = way == where.way[: length - 1] and isinstance(node, Map) and key in node.items
            return "" if there else f": it belongs beside {quoted(holder)}, not below it: indent it less"
    return ""


_RENAMED = {
    "licence": "license", "number": "issue", "date": "published", "year": "published", "firstname": "given",
    "forename": "given", "lastname": "surname", "family": "surname", "journal": "source", "affiliation": "affiliations",
    "ref": "references", "bibliography": "references", "publication_date": "published", "lang": "language",
    "first_page": "pages", "page": "pages", "vol": "volume", "no": "issue", "coauthors": "authors", "author": "authors",
    "e-mail": "email", "mail": "email", "organisation": "institution", "organization": "institution",
    "university": "institution", "town": "city", "tags": "keywords", "summary": "abstract", "funders": "funding",
    "grants": "funding", "acknowledgments": "acknowledgements", "rights": "copyright", "citations": "references",
}  # fmt: skip
"""Names that people give to fields → ours, if the letters do not show it."""

_OF_PUBLISHERS = (Article, Journal, JournalFile)
"""What a publisher gives an identifier of its own to."""

_JOURNAL_FILE = ("defaults", "targets")
_BEFORE_THE_TEXT = frozenset(
    ("dedication", "epigraph", "motto", "translators_note", "translator_note", "editors_note", "editor_note")
)
"""What is printed before the text, and has no field of its own."""

_FULL_TEXT = frozenset(
    ("body", "fulltext", "text", "maintext", "content", "contents", "article", "sections", "introduction")
)
_ANYWHERE = frozenset(
    ("type", "id", "ids", "title", "language", "label", "text", "name", "url", "date", "notes", "subtitle")
)
"""Fields of so many things that a wrong one is seldom meant for what is above it."""

_ENTRIES = {
    "authors": ("author", "name"),
    "contributors": ("contributor", "name"),
    "affiliations": ("affiliation", "institution"),
    "references": ("reference", "type"),
    "funding": ("grant", "funder"),
}
"""Fields that hold a list: what one of its entries is called, and the field that such an entry begins with."""


@cache
def _models(model: type[Data], loc: Path) -> tuple[type[Data], ...]:
    """The models on the way down a path."""
    models = [model]
    for step in loc:
        field = models[-1].model_fields.get(step) if isinstance(step, str) else None
        below = _data_in(field.annotation) if field else None
        if below:
            models.append(below)
    return tuple(models)


def _data_in(annotation: Any) -> type[Data] | None:
    """The model that a field's type holds: `X | None`, `tuple[X, ...]` …"""
    if isinstance(annotation, type) and not get_args(annotation):
        return annotation if issubclass(annotation, Data) else None
    return next((found for part in get_args(annotation) if (found := _data_in(part))), None)
