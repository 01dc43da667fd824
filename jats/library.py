"""What programs call: a function for each verb of the command line, on a path, on bytes, or on data in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from os import PathLike, fspath
from typing import Any

from jats.checking.options import CheckOptions, settings_for
from jats.checking.run import check_bytes, check_source
from jats.files.sources import Source, read_file
from jats.findings import Finding, Place
from jats.model.article import Article
from jats.options import Options
from jats.pipeline import Built, build_article, read_article
from jats.results import Result
from jats.validation.run import validate_bytes, validate_source

File = str | PathLike[str]
"""The path of a file."""

Data = bytes | Mapping[str, Any] | Article
"""The bytes of a file, the fields of an article file as plain data, or an article of the model."""

IN_MEMORY = "-"
"""What findings call an input that has no path; journal and issue files are looked for only beside a path."""

_USUAL = Options()


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article file says: the article, None where it can't be read, and everything that was found."""

    article: Article | None
    findings: tuple[Finding, ...]


def read(source: File | Data, options: Options = _USUAL) -> Reading:
    """The article of an article file, with what it inherits and its texts cleaned; `jats build` as far as the model.

    Raises InputError for a file that isn't there, or a journal file that can't be read.
    """
    run = read_article(*_given(source), options)
    return Reading(run.article, _placed(run.findings, source))


def build(source: File | Data, options: Options = _USUAL) -> Built:
    """The article as JATS that the official schema accepts, or the findings that keep it from that; `jats build`.

    Raises InputError for a file that isn't there or a journal file that can't be read, SchemaError for a version or tag set
    that JATS doesn't have.
    """
    built = build_article(*_given(source), options)
    return replace(built, findings=_placed(built.findings, source))


def validate(source: File | bytes, options: Options = _USUAL) -> Result:
    """The schema's verdict on XML, with the rules of `options.targets` beside it; `jats validate`.

    A file that can't be read has the verdict "unreadable". Raises SchemaError for a schema that can't be loaded, TargetError
    for a service that there is none of.
    """
    judge = validate_bytes
    if options.targets:
        from jats.checking.for_targets import validate_for_targets as judge
    given = Source(IN_MEMORY, data=source) if isinstance(source, bytes) else Source(fspath(source))
    return validate_source(given, options, judge)


def check(source: File | Data, options: Options = _USUAL, today: date | None = None) -> Result:
    """What the schema, the common rules and those of `options.targets` find in XML or in an article file; `jats check`.

    `today` is the date that dates are judged against, None where that isn't wished. A file that can't be read has the verdict
    "unreadable". Raises InputError for a `jats.toml` that can't be read, TargetError for a service that there is none of.
    """
    request = CheckOptions(options, today=today)
    if isinstance(source, (str, PathLike)):
        checked = check_source(Source(fspath(source)), request)
        if checked is not None:
            return checked.result
    data, name = _given(source)
    result = check_bytes(data, name, request, settings_for(name, request)).result
    return replace(result, findings=_placed(result.findings, source))


def _given(source: File | Data) -> tuple[bytes, str]:
    """Bytes and a name for what was given."""
    if isinstance(source, bytes):
        return source, IN_MEMORY
    if isinstance(source, (str, PathLike)):
        return read_file(fspath(source)), fspath(source)
    if isinstance(source, Article):
        source = source.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(source, ensure_ascii=False, default=str).encode(), IN_MEMORY


def _placed(findings: Iterable[Finding], source: File | Data) -> tuple[Finding, ...]:
    """The findings; on data that never was a file they have no line."""
    if isinstance(source, (bytes, str, PathLike)):
        return tuple(findings)
    return tuple(replace(each, place=Place(each.place.file)) for each in findings)
