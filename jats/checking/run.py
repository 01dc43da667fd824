"""One input checked: read, judged by its kind, fixed if requested, and reported with the severities that the journal set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from jats.checking.beside import built_beside
from jats.checking.checked import Checked
from jats.checking.codes import built_from, unused, without_reason
from jats.checking.inspection import Inspection, LocatedFinding, as_one
from jats.checking.options import CheckOptions, FileSettings, settings_for
from jats.errors import InputError
from jats.files.kinds import Kind
from jats.files.sources import Source
from jats.findings import Finding, Place
from jats.importers.kinds import is_wanted
from jats.pipeline import kind_of_input
from jats.results import Readiness, Result, Verdict
from jats.validation.file_codes import unreadable

_OWN_LAYERS = ("INP", "SCH", "CHK", "IMP")


def check_source(source: Source, request: CheckOptions) -> Checked | None:
    """The result of one input, in which is what is wrong with it; None for a found file that is not an article at all.

    Raises InputError, TargetError or SchemaError for what is wrong with the journal's own choices: its `jats.toml`, a target
    that there is not one of, a Schematron file.
    """
    settings = settings_for(source.name, request)
    try:
        data = source.read()
    except InputError as error:
        return _unreadable(source.name, str(error), settings)
    kind = kind_of_input(data, source.name, request.options)
    if source.found and not is_wanted(data, source.name, kind):
        return None
    if source.found and kind is Kind.XML:
        if (beside := built_beside(data, source, request.options)) is not None:
            return _skipped(source.name, beside, settings)
        request = replace(request, options=replace(request.options, allow_unknown_schema=True))
    if request.fixing is not None:
        return _fixed(source, data, request, settings)
    if request.cache is not None and kind is not Kind.OTHER:
        from jats.checking.cache import through_cache

        return through_cache(check_bytes, data, source.name, request, settings)
    return check_bytes(data, source.name, request, settings)


def check_bytes(data: bytes, name: str, request: CheckOptions, settings: FileSettings) -> Checked:
    """The result of one input whose bytes and settings are known."""
    try:
        seen = see(data, name, request, settings)
    except InputError as error:  # a journal file that can't be read
        return _unreadable(name, str(error), settings)
    except MemoryError:
        return _unreadable(name, "is too large for the available memory", settings)
    checked = accept(seen, name, settings)
    if request.readiness:
        return replace(checked, readiness=_readiness(seen, (data, name), request, settings))
    return checked


def _readiness(
    seen: Inspection, given: tuple[bytes, str], request: CheckOptions, settings: FileSettings
) -> tuple[Readiness, ...]:
    """Each service's answer; if services want different forms, for the article as it is built for that service alone."""
    from jats.checking.readiness import readiness_of
    from jats.elements.forms import forms_for

    kind = kind_of_input(*given, request.options)
    if kind is Kind.XML or not forms_for(settings.targets).clashes:
        return readiness_of(seen, settings)
    each = (replace(settings, targets=(target,)) for target in settings.targets)
    return tuple(answer for alone in each for answer in readiness_of(see(*given, request, alone), alone))


def see(data: bytes, name: str, request: CheckOptions, settings: FileSettings) -> Inspection:
    """What is to be said of an input before anybody's choices: XML is judged, the articles of others are built in memory."""
    if kind_of_input(data, name, request.options) is not Kind.XML:
        from jats.checking.article import inspect_articles

        return as_one(list(inspect_articles(data, name, request, settings)))
    from jats.checking.xml import inspect_xml

    return inspect_xml(data, name, request, settings)


def accept(seen: Inspection, name: str, settings: FileSettings) -> Checked:
    """The result with what the journal's choices leave of the findings, and what is wrong with suppressions in the file."""
    located = [*_chosen(seen, settings), *(LocatedFinding(finding) for finding in _about_suppressions(seen))]
    located.sort(key=lambda notice: _order(notice, name))
    findings = tuple(notice.finding for notice in located)
    excerpts = {notice.finding.place: notice.excerpt for notice in located if notice.excerpt is not None}
    result = Result(name, seen.verdict, seen.schema, seen.why, seen.doi, findings, excerpts, seen.journal)
    return Checked(result, tuple(notice.value for notice in located))


def _fixed(source: Source, data: bytes, request: CheckOptions, settings: FileSettings) -> Checked:
    from jats.edits.fixing import apply_fixes, unified_diff
    from jats.files.outputs import write_whole

    kind = kind_of_input(data, source.name, request.options)
    if kind is Kind.ARTICLE_FILE:
        from jats.edits.article_file import edit_article_file as edit
    else:
        from jats.edits.xml import edit_xml as edit
    name, fixing = source.name, request.fixing
    if fixing is None or kind is Kind.OTHER or (fixing.write and (source.path is None or name == "-")):
        # What is in an archive, on standard input or in another format is not written to.
        return check_bytes(data, name, request, settings)

    def judge(given: bytes) -> Result:
        return check_bytes(given, name, request, settings).result

    fixed_file = apply_fixes(data, partial(edit, name=name), judge, unsafe=fixing.unsafe)
    if fixed_file.data != data and fixing.write:
        write_whole(Path(source.path or name).resolve(), fixed_file.data)  # where a link leads, the link stays
    checked = check_bytes(fixed_file.data if fixing.write else data, name, request, settings)
    return replace(checked, fixed=fixed_file.fixed, diff=unified_diff(name, data, fixed_file.data))


def _chosen(seen: Inspection, settings: FileSettings) -> Iterator[LocatedFinding]:
    for notice in seen.located:
        finding = settings.selection.apply(notice.finding)
        if finding is not None and notice.suppressed_by is None:
            yield LocatedFinding(finding, notice.excerpt, notice.value)


def _about_suppressions(seen: Inspection) -> Iterator[Finding]:
    used = {notice.suppressed_by for notice in seen.located}
    asked: dict[tuple[str, ...], bool] = {}
    for suppression in seen.suppressions:
        if not suppression.counts:
            yield without_reason(suppression)
        elif suppression not in used:
            codes = suppression.codes
            if codes not in asked:
                asked[codes] = _was_asked(codes, seen)
            if asked[codes]:
                yield unused(suppression)


def _was_asked(codes: tuple[str, ...], seen: Inspection) -> bool:
    """Whether a rule of these codes was asked at all: of a service that wasn't named nothing is known."""
    from jats.rules.engine.registry import load_rules

    return any(
        code.startswith(_OWN_LAYERS)
        or any(on.startswith(code) for on in seen.codes)
        or not any(each.code.startswith(code) for each in load_rules())
        for code in codes
    )


def _order(notice: LocatedFinding, name: str) -> tuple[bool, int, int]:
    place = notice.finding.place
    return place.file != name, place.line or 0, place.column or 0


def _skipped(name: str, beside: str, settings: FileSettings) -> Checked:
    finding = built_from(name, beside)
    ready = tuple(Readiness(target) for target in settings.targets)
    return Checked(Result(name, Verdict.VALID, findings=(finding,)), ("",), readiness=ready)


def unfinished(source: Source, reason: str, request: CheckOptions) -> Checked | None:
    """The result of an input on which work was ended."""
    return _unreadable(source.name, reason, settings_for(source.name, request))


def _unreadable(name: str, reason: str, settings: FileSettings) -> Checked:
    said = unreadable(reason)
    finding = Finding(said.code, said.severity, said.text, Place(name))
    ready = tuple(Readiness(target, (finding,)) for target in settings.targets)
    return Checked(Result(name, Verdict.UNREADABLE, findings=(finding,)), ("",), readiness=ready)
