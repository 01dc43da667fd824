"""XML judged by its schema and, beside it, by the rules of named services: `jats validate --target`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from jats.checking.locations import locate_findings
from jats.options import Options
from jats.results import Result
from jats.rules.engine.context import RuleContext
from jats.rules.engine.merging import merged
from jats.rules.engine.registry import Rule
from jats.rules.engine.targets import rules_for
from jats.rules.engine.walk import judge
from jats.validation.reporting import decoded
from jats.validation.run import validate_bytes, validate_parsed
from jats.xmlio import MalformedXml, parse


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
    judged = judge(RuleContext(parsed.root, date.today()), rules_of(options.targets), options.targets)
    located = locate_findings(judged, parsed, decoded(data, parsed.encoding))
    findings = tuple(filter(None, merged([*result.findings, *(notice.finding for notice in located)])))
    shown = {notice.finding.place: notice.excerpt for notice in located if notice.excerpt is not None}
    return Result(name, result.verdict, result.schema, result.why, result.doi, findings, {**shown, **result.excerpts})
