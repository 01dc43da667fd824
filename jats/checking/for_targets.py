"""XML judged by its schema and, beside it, by the rules of named services: `jats validate --target`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from ..options import Options
from ..plugins import Rule
from ..results import Result
from ..rules.merging import merged
from ..rules.paper import Paper
from ..rules.targets import rules_for
from ..validation.rules_walk import judge
from ..validation.run import validate_bytes, validate_parsed
from ..validation.telling import decoded
from ..xmlio import MalformedXml, parse
from .placing import place_judged


@lru_cache(maxsize=64)
def rules_of(targets: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules that these services themselves have; raises TargetError for a name that nobody knows."""
    return tuple(rule for rule in rules_for(targets) if set(targets).intersection(rule.services))


def validate_for_targets(data: bytes, name: str, options: Options) -> Result:
    """The schema's result on a document, with what the rules of `options.targets` find added."""
    try:
        parsed = parse(data, name)
    except MalformedXml:
        return validate_bytes(data, name, options)
    result = validate_parsed(parsed, options)
    judged = judge(Paper(parsed.root, date.today()), rules_of(options.targets), options.targets)
    notices = place_judged(judged, parsed, decoded(data, parsed.encoding))
    findings = tuple(filter(None, merged([*result.findings, *(notice.finding for notice in notices)])))
    shown = {notice.finding.place: notice.excerpt for notice in notices if notice.excerpt is not None}
    return Result(name, result.verdict, result.schema, result.why, result.doi, findings, {**shown, **result.excerpts})
