"""Lists of rules: as text, as JSON, and as a page in Markdown with a section for each code and each service."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from jats.findings import Severity
from jats.messages.explanations import Explanation, sentence
from jats.rules.engine.pages import rule_page, without_marks
from jats.rules.engine.registry import Rule
from jats.rules.engine.targets import COMMON, TARGETS

TOPICS = {
    "0": "Identifiers, header, journal",
    "1": "Contributors, affiliations, author notes",
    "2": "Dates, issue, pages",
    "3": "Titles, categories, abstracts, keywords, languages",
    "4": "Licences, funding, related works",
    "5": "References",
    "6": "Sections, back matter, cross-references, lists",
    "7": "Figures, tables, supplementary material, accessibility",
    "8": "Mathematics",
    "9": "Links and text",
}
"""The topic of a rule, by the first digit of its code."""

LAYERS = {
    "SCH": "The schema's verdict",
    "INP": "Article files",
    "IMP": "Other formats",
    "CHK": "Checking itself",
}
"""The subjects of codes that are not rules, by the letters that they begin with."""

_HEAD = """# Rules

This page is generated from the docstrings of the rules (`just docs`). Each code has a section here. `jats explain COM105`
prints it with a wrong and a right example; the examples run as the rule's tests. The rules of *common* are always on, those of a
service with `--target`. What the services' guides ask for and no rule checks is in [rules-left-out.md](rules-left-out.md), with
the reason.
"""


def as_text(rules: Sequence[Rule], target: str | None = None) -> str:
    """One line for each rule: code, severity, its sentence, and its services unless one target was asked for."""
    lines = []
    for rule in rules:
        shown = f"{rule.code:<8}{_severity(rule, target).word:<9}{rule_page(rule).title}"
        lines.append(shown if target else f"{shown}  [{' '.join(rule.services)}]")
    return "".join(f"{line}\n" for line in lines)


def as_json(rules: Sequence[Rule], target: str | None = None) -> str:
    """A list of objects, one a rule, with the whole page; `severities` names the services that differ."""
    return json.dumps([_as_object(rule, target) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def _as_object(rule: Rule, target: str | None) -> dict[str, object]:
    page = rule_page(rule)
    return {
        "code": rule.code,
        "severity": _severity(rule, target).word,
        "severities": {name: severity.word for name, severity in sorted((rule.severities or {}).items())},
        "services": list(rule.services),
        "title": page.title,
        "why": page.why,
        "wrong": [example.text for example in page.wrong],
        "right": [without_marks(example.text) for example in page.right],
        "yaml": page.yaml,
        "source": page.source,
    }


def as_markdown(rules: Sequence[Rule], target: str | None = None) -> str:
    """A page: a section for each service (the one asked for, else all), then one for each rule, by topic."""
    services = list(TARGETS) if target is None else [target]
    parts = [_HEAD, "\n## Services\n", *(_service(name, rules) for name in services)]
    for digit, group in groupby(rules, key=lambda rule: rule.code[-3]):
        parts.append(f"\n## {TOPICS[digit]} ({digit}xx)\n")
        parts += [_rule(rule, target) for rule in group]
    return "".join(parts)


def layers_as_markdown(pages: dict[str, Explanation]) -> str:
    """A section for each code that is not a rule: those of the schema, of article files, and of checking itself."""
    parts = []
    for letters, title in LAYERS.items():
        parts.append(f"\n## {title} ({letters})\n")
        for code, page in pages.items():
            if code.startswith(letters):
                parts.append(_section(code, page.severity, page))
    return "".join(parts)


def _severity(rule: Rule, target: str | None) -> Severity:
    return rule.severity if target is None else rule.severity_for((target,))


def _service(name: str, rules: Sequence[Rule]) -> str:
    target = TARGETS[name]
    mine = [rule for rule in rules if name in rule.services]
    counts = Counter(rule.severity_for((name,)).word for rule in mine)
    counted = ", ".join(
        f"{each.word} {counts[each.word]}" for each in sorted(Severity, reverse=True) if counts[each.word]
    )
    how = "always on" if name == COMMON else f"`--target {name}`"
    return (
        f"\n### {target.title} (`{name}`)\n\n"
        f"{how}; takes {target.form}; read: {target.guide}, as of {target.date}. {len(mine)} rules ({counted or 'none'}).\n"
    )


def _rule(rule: Rule, target: str | None) -> str:
    page = rule_page(rule)
    odd = {} if target else dict(rule.severities or {})
    apart = "".join(f", {severity.word} for {name}" for name, severity in sorted(odd.items()))
    about = f"{_severity(rule, target).word}{apart}; {', '.join(rule.services)}"
    return _section(rule.code, about, Explanation(page.code, "", page.title, page.why, "", "", page.source))


def _section(code: str, about: str, page: Explanation) -> str:
    said = f"**{_escaped(page.title)}** {_escaped(sentence(page.why))} Source: {_escaped(sentence(page.source))}"
    return f"\n### {code}\n\n{about}\n\n{said}\n"


def _escaped(text: str) -> str:
    """A sentence in Markdown: text in backticks is kept as it is, elsewhere tags and stars are escaped."""
    return "`".join(_outside_code(" ".join(text.split())))


def _outside_code(text: str) -> Iterator[str]:
    for number, piece in enumerate(text.split("`")):
        yield piece if number % 2 else piece.replace("&", "&amp;").replace("<", "&lt;").replace("*", r"\*")
