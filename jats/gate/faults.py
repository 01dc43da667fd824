"""Values of an article that are faulty, each at its place: identifiers, languages, dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, get_args, get_origin

from jats.draft import Path
from jats.findings import Finding, Place
from jats.gate.fields import Fields
from jats.input_codes import faults
from jats.model.article import Article
from jats.model.base import Data
from jats.model.blocks import KeptBlock
from jats.model.dates import Date
from jats.model.identifiers import CheckedValue, Doi, Isbn, Issn, Language, Orcid, Ror
from jats.model.inline import Inline
from jats.model.references import Work
from jats.model.related import RelatedArticle
from jats.vocab.identifiers import KINDS
from jats.vocab.languages import language_fault

Message = Callable[[Place, Path, str], Finding]
Steps = tuple[Any, str | int] | None
"""A path as its last step after those before it: most values are sound, and their paths are never asked for."""
Fault = tuple[Steps, Any, str]
"""Where a faulty value is in the model, itself, and its fault."""
_MESSAGES: dict[type, Message] = {
    Doi: faults.doi,
    Orcid: faults.orcid,
    Issn: faults.issn,
    Isbn: faults.isbn,
    Ror: faults.ror,
    Language: faults.language,
    Date: faults.date,
}
_SOUND = (str, bool, Inline, KeptBlock, type(None))
"""Types of values that are never faulty, and hold none."""

_IDS = ("ids", "volume_ids", "issue_ids", "part_ids")
_BY_TYPE = (*_IDS, "issn", "isbn", "other", "other_names", "people", "dates")
"""Maps from types; every other map is from languages."""

_NUMBERED = (Work, RelatedArticle)
_NUMBERS = ("pmid", "pmcid")
"""Fields of these that are identifiers without a type of their own."""


def value_faults(article: Article, fields: Fields) -> Iterator[Finding]:
    """A finding for every faulty value."""
    found: list[Fault] = []
    _collect(article, None, found)
    for steps, value, fault in found:
        path = _path(steps)
        place, way = fields.find(path)
        if isinstance(value, Language) and way[-1:] != ("language",):
            yield faults.language(*fields.find_key(path), fault)
        else:
            yield _message(value, path)(place, way, fault)


def _message(value: Any, path: Path) -> Message:
    kind = KINDS.get(str(path[-1]))
    if kind is not None and type(value) not in _MESSAGES:
        return lambda place, way, fault: faults.identifier(place, way, kind.name, fault)
    return _MESSAGES[type(value)]


def _path(steps: Steps) -> Path:
    way: list[str | int] = []
    while steps is not None:
        steps, step = steps
        way.append(step)
    return tuple(reversed(way))


def _collect(value: Any, steps: Steps, found: list[Fault]) -> None:
    """Gather every faulty value below one."""
    for key, one in _parts(value):
        kind = type(one)
        if kind in _SOUND:
            continue
        if kind is tuple or kind in _SUSPECTS:
            _collect(one, (steps, key), found)
        elif kind is Date or issubclass(kind, CheckedValue):
            if fault := one.fault:
                found.append(((steps, key), one, fault))
        elif kind is dict:
            _collect_map(one, key, (steps, key), found)
        else:
            _collect(one, (steps, key), found)
    if type(value) is not tuple and isinstance(value, _NUMBERED) and (value.pmid or value.pmcid):
        _collect_numbers({name: getattr(value, name) for name in _NUMBERS}, steps, found)


def _parts(value: Any) -> Iterable[tuple[str | int, Any]]:
    """The values right below one, by name or number; of a model, those that can be faulty or hold what can."""
    if type(value) is tuple:
        return enumerate(value)
    fields, kind = value.__dict__, type(value)
    if kind not in _SUSPECTS:
        _SUSPECTS[kind] = _suspects(kind)
    return [(key, one) for key in _SUSPECTS[kind] if (one := fields[key])]


_SUSPECTS: dict[type[Data], tuple[str, ...]] = {}
"""Those of the models that were met already."""


def _suspects(model: type[Data]) -> tuple[str, ...]:
    """The fields of a model that can be faulty or hold what can; a name, say, has a language and else plain texts."""
    return tuple(name for name, field in model.model_fields.items() if _suspect(field.annotation, (model,)))


def _suspect(annotation: Any, around: tuple[type[Data], ...]) -> bool:
    if get_origin(annotation) is not None:
        return get_origin(annotation) is dict or any(_suspect(one, around) for one in get_args(annotation))
    if not isinstance(annotation, type):
        return False
    if annotation is Date or annotation in around or issubclass(annotation, CheckedValue):
        return True
    if not issubclass(annotation, Data):
        return False
    inner = annotation.model_fields.values()
    return issubclass(annotation, Work) or any(_suspect(field.annotation, (*around, annotation)) for field in inner)


def _collect_map(values: dict[str, Any], name: str | int, steps: Steps, found: list[Fault]) -> None:
    if name in _IDS:
        _collect_numbers(values, steps, found)
    elif name not in _BY_TYPE:
        found += [((steps, key), Language(key), fault) for key in values if key and (fault := language_fault(key))]
    for key, value in values.items():
        if isinstance(value, CheckedValue | Date):
            found += [((steps, key), value, fault)] if (fault := value.fault) else []
        elif isinstance(value, tuple):
            _collect(value, (steps, key), found)


def _collect_numbers(values: Mapping[str, str | None], steps: Steps, found: list[Fault]) -> None:
    for name, value in values.items():
        kind = KINDS.get(name)
        if kind and value and (fault := kind.fault(value)):
            found.append(((steps, name), value, fault))
