"""Which findings on XML are suppressed by instructions in it, `<?jats-ignore COM105 the reason?>`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from jats.acceptance.selection import cannot_be_suppressed
from jats.acceptance.suppressions import TARGET, Suppression, parse_suppression
from jats.checking.inspection import Inspection, LocatedFinding
from jats.checking.locations import element_at
from jats.findings import Place
from jats.xml_paths import ElementPaths
from jats.xmlio import ParsedXml

_Numbered = tuple[int, Suppression]


def with_instructions(seen: Inspection, parsed: ParsedXml, text: str, paths: ElementPaths) -> Inspection:
    """The same with what instructions suppress marked."""
    instructions = list(_instructions(parsed.root))
    suppressions = [
        parse_suppression(instruction.text or "", place)
        for instruction, place in zip(instructions, _places(instructions, parsed, text), strict=True)
    ]
    scopes = _Scopes(parsed.root, instructions, suppressions)
    located = tuple(_suppressed(notice, paths, scopes) for notice in seen.located)
    return replace(seen, located=located, suppressions=tuple(suppressions))


def _suppressed(notice: LocatedFinding, paths: ElementPaths, scopes: _Scopes) -> LocatedFinding:
    if cannot_be_suppressed(notice.finding):
        return notice
    element = element_at(paths, notice.finding.xml_path)
    by = None if element is None else scopes.first_for(element, notice)
    return notice if by is None else replace(notice, suppressed_by=by)


class _Scopes:
    """What each instruction covers: the element that it is in, and the one after it with all inside."""

    def __init__(
        self, root: etree._Element, instructions: list[etree._Element], suppressions: list[Suppression]
    ) -> None:
        self._in: dict[etree._Element, list[_Numbered]] = {}
        self._around: dict[etree._Element, list[_Numbered]] = {}
        self._found: dict[tuple[int, str], _Numbered | None] = {}
        after = _elements_after(instructions)
        for number, (instruction, suppression) in enumerate(zip(instructions, suppressions, strict=True)):
            parent, following = instruction.getparent(), after.get(instruction)
            if parent is None:
                self._around.setdefault(root, []).append((number, suppression))
            else:
                self._in.setdefault(parent, []).append((number, suppression))
            if following is not None:
                self._around.setdefault(following, []).append((number, suppression))

    def first_for(self, element: etree._Element, notice: LocatedFinding) -> Suppression | None:
        """The first instruction that covers the element and is for the finding's code."""
        covering = [self._in.get(element, ())]
        covering += [self._around.get(each, ()) for each in (element, *element.iterancestors())]
        found = [one for each in covering if each and (one := self._fitting(each, notice))]
        return min(found, key=lambda one: one[0])[1] if found else None

    def _fitting(self, covering: list[_Numbered], notice: LocatedFinding) -> _Numbered | None:
        key = id(covering), notice.finding.code
        if key not in self._found:
            self._found[key] = next((each for each in covering if each[1].fits(notice.finding)), None)
        return self._found[key]


def _elements_after(instructions: list[etree._Element]) -> dict[etree._Element, etree._Element]:
    """The next element beside each instruction that has one; the children of a parent are read once."""
    wanted = set(instructions)
    after: dict[etree._Element, etree._Element] = {}
    for parent in {parent for each in instructions if (parent := each.getparent()) is not None}:
        last: etree._Element | None = None
        for node in parent.iterchildren(reversed=True):
            if isinstance(node.tag, str):
                last = node
            elif node in wanted and last is not None:
                after[node] = last
    return after


def _instructions(root: etree._Element) -> Iterator[etree._Element]:
    before = [each for each in root.itersiblings(preceding=True) if _is_ours(each)][::-1]
    yield from (each for each in (*before, *root.iter(etree.ProcessingInstruction)) if _is_ours(each))


def _is_ours(node: etree._Element) -> bool:
    return isinstance(node, etree._ProcessingInstruction) and node.target == TARGET


def _places(instructions: list[etree._Element], parsed: ParsedXml, text: str) -> list[Place]:
    """The place of each instruction; its line alone if the text has other things that look like one."""
    starts = [match.start() for match in re.finditer(rf"<\?{TARGET}\b", text)]
    if len(starts) != len(instructions):
        return [Place(parsed.name, each.sourceline) for each in instructions]
    breaks = [match.start() for match in re.finditer("\n", text)]
    lines = [bisect_left(breaks, start) for start in starts]
    return [
        Place(parsed.name, line + 1, start - (breaks[line - 1] if line else -1))
        for start, line in zip(starts, lines, strict=True)
    ]
