"""One input checked: read, judged as what it is, and told as the journal wants it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from ..errors import InputError
from ..findings import Finding
from ..results import Result, Verdict
from ..sources import Source
from ..validation.codes import unreadable
from .codes import unused, without_reason
from .seen import Notice, Seen
from .wish import Settings, Wish, settings_for

ARTICLE_SUFFIXES = (".yaml", ".yml", ".json", ".toml")
_OWN_LAYERS = ("INP", "SCH", "CHK", "IMP")


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one file: its result, and for each finding the value that it is about; the journal and the services."""

    result: Result
    values: tuple[str, ...] = ()
    journal: str | None = None
    targets: tuple[str, ...] = ()


def check_source(source: Source, wish: Wish) -> Checked:
    """The result of one input; what is wrong with it is in the result.

    Raises InputError or TargetError for what is wrong with the journal's own choices (`jats.toml`, an unknown target).
    """
    settings = settings_for(source.name, wish)
    try:
        data = source.read()
    except InputError as error:
        return Checked(_unreadable(source.name, str(error)))
    return accept(see(data, source.name, wish, settings), source.name, settings)


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


def accept(seen: Seen, name: str, settings: Settings) -> Checked:
    """The result with what the journal's choices leave of the findings, and what is wrong with suppressions in the file."""
    notices = [*_chosen(seen, settings), *(Notice(finding) for finding in _about_suppressions(seen))]
    notices.sort(key=lambda notice: _order(notice, name))
    findings = tuple(notice.finding for notice in notices)
    excerpts = {notice.finding.place: notice.excerpt for notice in notices if notice.excerpt is not None}
    result = Result(name, seen.verdict, seen.schema, seen.why, seen.doi, findings, excerpts)
    return Checked(result, tuple(notice.value for notice in notices), seen.journal, settings.targets)


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


def _unreadable(name: str, reason: str) -> Result:
    from ..findings import Place

    said = unreadable(reason)
    return Result(name, Verdict.UNREADABLE, findings=(Finding(said.code, said.severity, said.text, Place(name)),))
