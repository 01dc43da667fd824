"""Rules of one kind as rows: something required, a closed list, a length, a pattern. Each row has the page that a rule has.

A row is one call at the top of a topic's module. `on` is a key as for `@rule`; an attribute that is judged is the last
part of the key: `journal-id/@journal-id-type`. The page is a docstring: a sentence, *Why*, *Wrong*, *Right*, *Source*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from jats.findings import Severity
from jats.messages.words import any_of, nearest_one, quoted
from jats.rules.engine.reading import Element, is_blank, tagged, text_of
from jats.rules.engine.registry import Check, Hit, Rule, add_rule
from jats.vocab.namespaces import expanded


@dataclass(frozen=True, slots=True)
class Row:
    """What every row says: code, key, services, page, severity, and `when`, which exempts elements by answering False.

    `severities` are those of the services that differ from `severity`.
    """

    code: str
    on: str | tuple[str, ...]
    services: tuple[str, ...]
    page: str
    severity: Severity = Severity.ERROR
    when: Callable[[Element], bool] | None = None
    severities: Mapping[str, Severity] | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the elements that are visited."""
        return (self.on,) if isinstance(self.on, str) else self.on


def required_child(row: Row, path: str, *, or_path: str | None = None, blank_counts: bool = False) -> None:
    """Each element has a descendant at `path` (or at `or_path`) with text in it; with `blank_counts` its presence is enough."""
    paths = [path] if or_path is None else [path, or_path]
    names = any_of(dict.fromkeys(map(_shown, paths)))

    def check(element: Element) -> Iterator[Hit]:
        found = [each for way in paths for each in element.iterfind(way)]
        if not found:
            yield Hit(f"{tagged(element)} has no {names}: add it")
        elif not (blank_counts or any(not is_blank(each) for each in found)):
            yield Hit(f"{tagged(element)} has no {names} with text: add it", found[0])

    _announce(row, check)


def _shown(path: str) -> str:
    """The last step of a path as it is written in XML: `<abstract abstract-type="graphical">`."""
    name = path.rpartition("/")[2]
    return "<" + re.sub(r"\[@([\w:-]+)='([^']*)'\]", r' \1="\2"', name) + ">"


def required_attribute(row: Row, *attributes: str) -> None:
    """Each element has these attributes, and they are not blank."""
    named = [(each, expanded(each)) for each in attributes]

    def check(element: Element) -> Iterator[str | Hit]:
        for name, attribute in named:
            if not element.get(attribute, "").strip():
                state = "is empty: write its value" if attribute in element.attrib else "is missing: add it"
                yield Hit(f"the attribute {name} of {tagged(element)} {state}")

    _announce(row, check)


def closed_list(row: Row, allowed: Iterable[str], *, advice: str = "") -> None:
    """The attribute's value, or the element's text if the key names no attribute, is one of a list; it may be absent."""
    values = frozenset(allowed)

    def fault(value: str) -> str | None:
        if value in values:
            return None
        near = nearest_one(value, sorted(values))
        wanted = f"; did you mean {near}?" if near else f": write {any_of(sorted(values), 30)}"
        return f"{quoted(value)} is not in the list{advice or wanted}"

    _judge_values(row, fault)


def max_length(row: Row, limit: int) -> None:
    """The value has at most so many characters."""

    def fault(value: str) -> str | None:
        return f"has {len(value):,} characters: shorten it to {limit:,}" if len(value) > limit else None

    _judge_values(row, fault)


def pattern(row: Row, expression: str, expected: str) -> None:
    """The whole value matches a regular expression; `expected` says in words what it looks like."""
    compiled: list[re.Pattern[str]] = []

    def fault(value: str) -> str | None:
        if not compiled:
            compiled.append(re.compile(expression))
        return None if compiled[0].fullmatch(value) else f"{quoted(value)} is not {expected}"

    _judge_values(row, fault)


def well_formed(row: Row, fault: Callable[[str], str | None]) -> None:
    """The value passes a check of `jats.vocab`, a function that says what is wrong or gives None."""
    _judge_values(row, fault)


def forbidden(row: Row, advice: str) -> None:
    """The element, or the attribute, must not be there at all; `advice` says what to do instead."""

    def check(element: Element) -> Iterator[str | Hit]:
        attribute = _attribute(row)
        if attribute is None:
            yield f"{tagged(element)} is not allowed here: {advice}"
        else:
            yield Hit(f"{attribute} is not allowed on {tagged(element)}: {advice}", attribute=attribute)

    _announce(row, check)


def at_most_one(row: Row, child: str, advice: str) -> None:
    """Each element has at most one child at the path; the second and later ones are found."""

    def check(element: Element) -> Iterator[str | Hit]:
        for extra in element.findall(child)[1:]:
            yield Hit(f"there is a second <{child.rpartition('/')[2]}>: {advice}", extra)

    _announce(row, check)


def _judge_values(row: Row, fault: Callable[[str], str | None]) -> None:
    attribute = _attribute(row)
    if attribute is None:

        def check(element: Element) -> Iterator[str | Hit]:
            value = text_of(element)
            if value and (wrong := fault(value)):
                yield f"{tagged(element)} {wrong}"

    else:
        name = expanded(attribute)

        def check(element: Element) -> Iterator[str | Hit]:
            value = element.get(name)
            if value is not None and (wrong := fault(value)):
                yield Hit(f"{attribute} {wrong}", attribute=attribute)

    _announce(row, check)


def _attribute(row: Row) -> str | None:
    return row.keys[0].partition("@")[2] or None


def _announce(row: Row, check: Check) -> None:
    when = row.when
    if when is None:
        asked = check
    else:

        def asked(element: Element) -> Iterator[str | Hit]:
            if when(element):
                yield from check(element)

    add_rule(Rule(row.code, row.keys, row.services, row.severity, asked, row.page, row.severities))
