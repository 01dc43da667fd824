"""One input checked: read, judged as what it is, mended if that is wished, and told as the journal wants it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePath

from ..errors import InputError
from ..findings import Finding, Place
from ..readiness import Readiness
from ..results import Result, Verdict
from ..sources import Source
from ..validation.file_codes import unreadable
from .codes import unused, without_reason
from .seen import Notice, Seen
from .wish import Settings, Wish, settings_for

ARTICLE_SUFFIXES = (".yaml", ".yml", ".json", ".toml")
_FIELDS = b"title|doi|authors|contributors|affiliations|abstract|published|journal"
_FIELD = re.compile(
    rb"""^(?:(?:%b)[ \t]*[:=]|[ \t]*\{?[ \t]*"(?:%b)"[ \t]*:|\[+(?:%b)\b)""" % (_FIELDS, _FIELDS, _FIELDS), re.MULTILINE
)
_OWN_LAYERS = ("INP", "SCH", "CHK", "IMP")


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one file.

    `values` are what the result's findings are about, one each; `readiness` is there where it was asked for. `fixed` counts
    the findings that mending took away, `diff` shows what it changed; `kept` says that the result is an earlier run's.
    """

    result: Result
    values: tuple[str, ...] = ()
    journal: str | None = None
    readiness: tuple[Readiness, ...] = ()
    fixed: int = 0
    diff: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Found(Source):
    """An input that was found in a folder, where other files stand as well."""


def check_source(source: Source, wish: Wish) -> Checked | None:
    """The result of one input, in which is what is wrong with it; None for a found file that is no article's at all.

    Raises InputError, TargetError or SchemaError for what is wrong with the journal's own choices: its `jats.toml`, a target
    that there is none of, a Schematron file.
    """
    settings = settings_for(source.name, wish)
    try:
        data = source.read()
    except InputError as error:
        return _unreadable(source.name, str(error), settings)
    if isinstance(source, Found) and is_article_file(data, source.name) and not _has_field(data):
        return None
    if wish.mending is not None:
        return _mended(source, data, wish, settings)
    if wish.cache is not None:
        from .cache import through_cache

        return through_cache(source.name, data, wish, settings)
    return check_bytes(data, source.name, wish, settings)


def check_bytes(data: bytes, name: str, wish: Wish, settings: Settings) -> Checked:
    """The result of one input whose bytes and settings are known."""
    try:
        seen = see(data, name, wish, settings)
    except InputError as error:  # a journal file that can't be read
        return _unreadable(name, str(error), settings)
    except MemoryError:
        return _unreadable(name, "needs more memory than there is", settings)
    checked = accept(seen, name, settings)
    if wish.readiness:
        from .ready import readiness_of

        return replace(checked, readiness=readiness_of(seen, settings))
    return checked


def see(data: bytes, name: str, wish: Wish, settings: Settings) -> Seen:
    """What is to be said of an input before anybody's choices: XML is judged, an article file is built in memory."""
    if is_article_file(data, name):
        from .article import see_article

        return see_article(data, name, wish, settings)
    from .xml import see_xml

    return see_xml(data, name, wish, settings)


def is_article_file(data: bytes, name: str) -> bool:
    """Whether an input is article data; by the end of its name, and standard input by its first character."""
    if name == "-":
        return not data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").startswith(b"<")
    return PurePath(name).suffix.lower() in ARTICLE_SUFFIXES


def _has_field(data: bytes) -> bool:
    """Whether a field that every article has stands at the top: the settings of some other program have none of them."""
    return _FIELD.search(data.removeprefix(b"\xef\xbb\xbf")) is not None


def accept(seen: Seen, name: str, settings: Settings) -> Checked:
    """The result with what the journal's choices leave of the findings, and what is wrong with suppressions in the file."""
    notices = [*_chosen(seen, settings), *(Notice(finding) for finding in _about_suppressions(seen))]
    notices.sort(key=lambda notice: _order(notice, name))
    findings = tuple(notice.finding for notice in notices)
    excerpts = {notice.finding.place: notice.excerpt for notice in notices if notice.excerpt is not None}
    result = Result(name, seen.verdict, seen.schema, seen.why, seen.doi, findings, excerpts)
    return Checked(result, tuple(notice.value for notice in notices), seen.journal)


def _mended(source: Source, data: bytes, wish: Wish, settings: Settings) -> Checked:
    from ..edits.fixing import mend, unified_diff
    from ..outputs import write_whole

    if is_article_file(data, source.name):
        from ..edits.article_file import edit_article_file as edit
    else:
        from ..edits.xml import edit_xml as edit
    name, mending = source.name, wish.mending
    if mending is None or (mending.write and (source.path is None or name == "-")):  # an archive, or standard input
        return check_bytes(data, name, wish, settings)

    def judge(given: bytes) -> Result:
        return check_bytes(given, name, wish, settings).result

    mended = mend(data, partial(edit, name=name), judge, unsafe=mending.unsafe)
    if mended.data != data and mending.write:
        write_whole(Path(source.path or name).resolve(), mended.data)  # where a link leads, the link stays
    checked = check_bytes(mended.data if mending.write else data, name, wish, settings)
    return replace(checked, fixed=mended.fixed, diff=unified_diff(name, data, mended.data))


def _chosen(seen: Seen, settings: Settings) -> Iterator[Notice]:
    for notice in seen.notices:
        finding = settings.selection.apply(notice.finding)
        if finding is not None and notice.suppressed_by is None:
            yield Notice(finding, notice.excerpt, notice.value)


def _about_suppressions(seen: Seen) -> Iterator[Finding]:
    used = {notice.suppressed_by for notice in seen.notices}
    for suppression in seen.suppressions:
        if not suppression.counts:
            yield without_reason(suppression)
        elif suppression not in used and _was_asked(suppression.codes, seen):
            yield unused(suppression)


def _was_asked(codes: tuple[str, ...], seen: Seen) -> bool:
    """Whether a rule of these codes was asked at all: of a service that wasn't named nothing is known."""
    from ..plugins import load_rules

    known = {rule.code for rule in load_rules()}
    return any(
        code.startswith(_OWN_LAYERS)
        or any(on.startswith(code) for on in seen.codes)
        or not any(each.startswith(code) for each in known)
        for code in codes
    )


def _order(notice: Notice, name: str) -> tuple[bool, int, int]:
    place = notice.finding.place
    return place.file != name, place.line or 0, place.column or 0


def _unreadable(name: str, reason: str, settings: Settings) -> Checked:
    said = unreadable(reason)
    finding = Finding(said.code, said.severity, said.text, Place(name))
    ready = tuple(Readiness(target, (finding,)) for target in settings.targets)
    return Checked(Result(name, Verdict.UNREADABLE, findings=(finding,)), ("",), readiness=ready)
