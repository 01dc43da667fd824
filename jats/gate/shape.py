"""What the model refuses, in an editor's words: unknown and missing keys, a list where a text belongs."""

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
from jats.messages.words import all_of, nearest_one
from jats.model.article import Article, IssueFile, JournalFile
from jats.model.base import Data
from jats.model.words import field_words

FILES: dict[str, type[Data]] = {"article": Article, "journal": JournalFile, "issue": IssueFile}
FoundFault = tuple[Finding, Path]
"""A finding, and where in the draft what it speaks of stands."""


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
    """An error's place: its path in the model, and in the draft with the value that stands there."""

    def __init__(self, draft: Map, error: ErrorDetails, model: type[Data]) -> None:
        self.draft, self.model = draft, model
        self.loc: Path = tuple(
            step for step in error["loc"] if not (isinstance(step, str) and step.startswith(("@", "[key]")))
        )
        self.node, self.way = find(draft, self.loc)

    @property
    def place(self) -> Place:
        """Where the value starts, and its key where it is no text: an editor looks for the name."""
        return self.node.place if isinstance(self.node, Text) else self.key

    @property
    def key(self) -> Place:
        return key_place(self.draft, self.way)

    def below(self, *steps: str) -> Path:
        """The path in the draft of what stands under the error's own, or would stand there."""
        _, way = find(self.draft, self.loc + steps)
        return way if way[-len(steps) :] == steps else self.way + steps


Words = Callable[[ErrorDetails, _Where], FoundFault]


def _unknown(_error: ErrorDetails, where: _Where) -> FoundFault:
    key = str(where.loc[-1])
    near, hint = _meant(key, _models(where.model, where.loc[:-1]))
    return shape.unknown_key(where.key, where.way, key, near, hint), where.way


def _missing(_error: ErrorDetails, where: _Where) -> FoundFault:
    key = str(where.loc[-1])
    _, way = find(where.draft, where.loc[:-1])
    model = _models(where.model, where.loc[:-1])[-1]
    place = key_place(where.draft, way) if way else where.draft.place
    says = field_words(model).get(key, "").rstrip(".")
    return shape.missing_key(place, (*way, key), key, says[:1].lower() + says[1:]), way


def _text(error: ErrorDetails, where: _Where) -> FoundFault:
    return shape.text_wanted(where.place, where.way, _kind(error["input"])), where.way


def _fields(error: ErrorDetails, where: _Where) -> FoundFault:
    model = _models(where.model, where.loc)[-1] if error["type"] != "dict_type" else None
    names = tuple(model.model_fields) if model else ()
    return shape.fields_wanted(where.place, where.way, _kind(error["input"]), names), where.way


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
        near, _ = _meant(key, here)
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


def _meant(key: str, models: Sequence[type[Data]]) -> tuple[str | None, str]:
    """The nearest field at this level; else where such a field belongs, or which fields there are."""
    here = models[-1].model_fields
    other_names = {name: field for name, field in _RENAMED.items() if field in here and name not in here}
    if key in other_names:
        return other_names[key], ""
    if key in _ELSEWHERE and models[-1] is Article:
        return None, f": it belongs in {_ELSEWHERE[key]}"
    for name, field in here.items():
        below = _data_in(field.annotation)
        if below and below is not models[-1] and key in below.model_fields:
            return nearest_one(key, here) if len(
                key
            ) > 4 else None, f": it is a field of {name}, so write it under {name}:"
    if any(key in model.model_fields for model in models[:-1]):
        return None, ": it belongs one level up, so indent it less"
    near = nearest_one(key, [*here, *other_names])
    near = other_names.get(near, near) if near else None
    return near, "" if near else f"; fields here are {all_of(here, 6)}"


_RENAMED = {
    "licence": "license", "number": "issue", "date": "published", "year": "published", "firstname": "given",
    "forename": "given", "lastname": "surname", "family": "surname", "journal": "source", "affiliation": "affiliations",
    "ref": "references", "bibliography": "references", "publication_date": "published", "lang": "language",
}  # fmt: skip
"""Names that people give to fields → ours, where the letters don't tell."""

_ELSEWHERE = {"defaults": "journal.yaml", "targets": "journal.yaml", "abbreviation": "journal:", "issn": "journal:"}
"""Fields of other files and levels that stand at the top of an article file by mistake."""


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
