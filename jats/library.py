"""The library: a function for each main command, for a path, bytes, or data in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from os import PathLike, fspath
from typing import Any

from jats.article_file.from_data import plain_data
from jats.checking.options import CheckOptions, settings_for
from jats.checking.run import check_bytes, check_source
from jats.errors import InputError
from jats.files.sources import Source, read_file
from jats.findings import Finding, Place
from jats.model.article import Article
from jats.options import Options
from jats.pipeline import Built, build_articles, only, read_articles
from jats.results import Result
from jats.validation.run import validate_bytes, validate_source

File = str | PathLike[str]
"""The path of a file."""

Data = bytes | Mapping[str, Any] | Article
"""The bytes of a file, the fields of an article file as plain data, or an article of the model."""

IN_MEMORY = "-"
"""The name of an input without a path in findings; journal and issue files are looked for only beside a path."""

_USUAL = Options()


@dataclass(frozen=True, slots=True)
class Reading:
    """The content of an input: the article, None if it cannot be read, and all findings."""

    article: Article | None
    findings: tuple[Finding, ...]


def read(source: File | Data, options: Options = _USUAL, *, name: str | None = None) -> Reading:
    """The article of an article file or of any format that can be imported, with inherited values and cleaned texts.

    This is `jats build` up to the model. `name` is the name of an input without a path in findings. Raises InputError for a
    missing file, a journal file that cannot be read, or an input with several articles, which `read_each` reads.
    """
    return only(read_each(source, options, name=name), _name_of(source, name))


def read_each(source: File | Data, options: Options = _USUAL, *, name: str | None = None) -> Iterator[Reading]:
    """Each article of an input, such as an export of an issue or a spreadsheet; otherwise as `read`."""
    given = _given(source)
    for run in read_articles(given.data, given.path, given.fit(options)):
        yield Reading(None if given.findings else run.article, _placed(run.findings, given, source, name))


def build(source: File | Data, options: Options = _USUAL, *, name: str | None = None) -> Built:
    """The article of an input as valid JATS, or the findings that prevent it; `jats build`.

    `name` is the name of an input without a path in findings. Raises InputError for a missing file, a journal file that
    can't be read, or an input with several articles, which `build_each` builds, SchemaError for a version or tag set that JATS
    does not have.
    """
    return only(build_each(source, options, name=name), _name_of(source, name))


def build_each(source: File | Data, options: Options = _USUAL, *, name: str | None = None) -> Iterator[Built]:
    """Each article of an input as valid JATS; otherwise as `build`. One faulty article does not stop the others."""
    given = _given(source)
    for built in build_articles(given.data, given.path, given.fit(options)):
        xml = None if given.findings else built.xml
        file = name if name is not None and given.path == IN_MEMORY else built.file
        yield replace(built, file=file, xml=xml, findings=_placed(built.findings, given, source, name))


def validate(source: File | bytes, options: Options = _USUAL) -> Result:
    """The schema's verdict on XML, with findings of the rules of `options.targets`; `jats validate`.

    A file that cannot be read has the verdict "unreadable". Raises SchemaError for a schema that cannot be loaded, TargetError
    for an unknown service.
    """
    judge = validate_bytes
    if options.targets:
        from jats.checking.for_targets import validate_for_targets as judge
    given = Source(IN_MEMORY, data=source) if isinstance(source, bytes) else Source(fspath(source))
    return validate_source(given, options, judge)


def check(source: File | Data, options: Options = _USUAL, today: date | None = None) -> Result:
    """The findings of the schema, the common rules and the rules of `options.targets` on any input; `jats check`.

    Dates after `today` are findings; None turns that off. A file that cannot be read has the verdict
    "unreadable". Raises InputError for a `jats.toml` that cannot be read, TargetError for an unknown service.
    """
    request = CheckOptions(options, today=today)
    if isinstance(source, (str, PathLike)):
        checked = check_source(Source(fspath(source)), request)
        if checked is not None:
            return checked.result
    given = _given(source)
    request = replace(request, options=given.fit(options))
    result = check_bytes(given.data, given.path, request, settings_for(given.path, request)).result
    return replace(result, findings=_placed(result.findings, given, source, None))


@dataclass(frozen=True, slots=True)
class _Given:
    """An input as bytes, its path, and findings on data that no file could contain."""

    data: bytes
    path: str
    findings: tuple[Finding, ...] = ()
    is_data: bool = False

    def fit(self, options: Options) -> Options:
        """The options for this input: data in memory has the fields of an article file, whatever they look like."""
        return replace(options, input_format="article-file") if self.is_data else options


def _name_of(source: File | Data, name: str | None) -> str:
    return name or (fspath(source) if isinstance(source, (str, PathLike)) else "the input")


def _given(source: File | Data) -> _Given:
    """The input as bytes and a path."""
    if isinstance(source, bytes):
        return _Given(source, IN_MEMORY)
    if isinstance(source, (str, PathLike)):
        return _Given(_file(fspath(source)), fspath(source))
    if isinstance(source, Article):
        source = source.model_dump(mode="json", exclude_defaults=True)
    data, findings = plain_data(source, IN_MEMORY)
    return _Given(json.dumps(data, ensure_ascii=False).encode(), IN_MEMORY, findings, is_data=True)


def _file(path: str) -> bytes:
    """The bytes of a file; the error names it."""
    if path.lstrip()[:1] in ("<", "{") or "\n" in path:
        raise InputError("a string is read as the path of a file: pass the content of a file as bytes")
    try:
        return read_file(path)
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def _placed(findings: Iterable[Finding], given: _Given, source: File | Data, name: str | None) -> tuple[Finding, ...]:
    """The findings; those on data have no line, and those on an input without a path have its name."""
    found = (*given.findings, *findings)
    if not isinstance(source, (bytes, str, PathLike)):
        found = tuple(replace(each, place=Place(each.place.file)) for each in found)
    if name is None or given.path != IN_MEMORY:
        return found
    return tuple(
        replace(each, place=each.place._replace(file=name)) if each.place.file == IN_MEMORY else each for each in found
    )
