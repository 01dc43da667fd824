"""An article file: built in memory, judged, and every finding shown at the field of the file that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from jats import pipeline
from jats.checking.active_rules import ask_rules, rules_on
from jats.checking.comments import with_suppressions
from jats.checking.editors_words import is_about_xml, is_asked, tags_in
from jats.checking.excerpts import excerpt_at, lines_of, lines_of_file
from jats.checking.fields import for_editors, in_words
from jats.checking.inspection import Inspection, LocatedFinding
from jats.checking.locations import Spotted, element_at, find_spots, value_of
from jats.checking.options import CheckOptions, FileSettings
from jats.checking.xml import journal_of
from jats.document import Document
from jats.draft import Map, Node, Path, ReadText, Text, find, show_path, texts
from jats.files.outputs import Outputs
from jats.findings import Finding, Fix, Place, Severity
from jats.gate.causes import Said, follows
from jats.results import Excerpt, Verdict
from jats.rules.engine.reading import prefixed_name
from jats.rules.engine.walk import RuleFinding
from jats.validation.identity import identity
from jats.xml_paths import ElementPaths


@dataclass(frozen=True, slots=True)
class Home:
    """The article's file: its name, its lines, the draft with all that it inherits, and every value as it was given.

    `marked` is for `marked_in` alone.
    """

    name: str
    lines: tuple[str, ...]
    draft: Map
    given: dict[Place, str]
    marked: dict[int, str] = field(default_factory=dict)

    def marked_in(self, node: Node) -> str:
        """All texts with tags in a part of the draft, put together once: thousands of findings may ask for a long list's."""
        if id(node) not in self.marked:
            values = (str(text.value) for _, text in texts(node))
            self.marked[id(node)] = "\n".join(value for value in values if "<" in value)
        return self.marked[id(node)]


def inspect_articles(data: bytes, name: str, request: CheckOptions, settings: FileSettings) -> Iterator[Inspection]:
    """For each article of an input, everything to report about it, in the order of its lines; nothing is written."""
    options = replace(request.options, targets=settings.targets)
    lines = lines_of(data)
    for run in pipeline.run_articles(data, name, options, keep_given=True):
        home = Home(name, lines, run.draft or Map(Place(name)), run.given)
        run.steps["tidy"] = list(_with_edits(run.steps.get("tidy", []), home))
        seen = _inspected(run, home, request, settings)
        yield seen if run.draft is None or run.imported else with_suppressions(seen, data, name)


def _inspected(run: pipeline.ArticleRun, home: Home, request: CheckOptions, settings: FileSettings) -> Inspection:
    document = run.document
    if document is None:
        return Inspection(Verdict.INVALID, tuple(_notices(run.findings, home)))
    noted = run.findings
    said = [*noted, *_rules_said(document, noted, run.incomplete, (home, request, settings))]
    shown = _with_xml_places(said, document, home.name) if request.show_xml else map(_without_xml, said)
    located = _notices(shown, home)
    return Inspection(
        Verdict.VALID if run.valid else Verdict.INVALID,
        tuple(located),
        document.variant,
        f"built as {document.variant}",
        identity(document.root),
        journal_of(document.root),
        codes=frozenset(rule.code for rule in rules_on(settings.targets, settings.selection)),
    )


def _rules_said(
    document: Document, noted: list[Finding], incomplete: bool, asked: tuple[Home, CheckOptions, FileSettings]
) -> Iterable[Finding]:
    """What the rules find, at home; what the input's own findings have said of a field already isn't said twice."""
    home, request, settings = asked
    faulty = {finding.data_path for finding in noted if finding.severity is Severity.ERROR and finding.data_path}
    said = Said(noted)
    has_text = document.root.find("body") is not None
    told: set[tuple[str, str | None, str]] = set()
    found = (each for each in ask_rules(document.root, request, settings) if has_text or is_asked(each.finding.code))
    for judged in _each_cause_once(found, document):
        finding = _at_home(judged, document, home)
        in_text = _is_in_text(judged)
        typed = in_text or _is_typed(judged, document, home)
        if request.show_xml or in_text:
            finding = replace(finding, message=finding.message + in_words(finding, home.draft))
        else:
            given = home.given.get(finding.place, "")
            finding = replace(finding, message=for_editors(finding, home.draft, given, typed=typed))
        # Of an incomplete article the rules find missing what the input's findings call missing.
        if follows(finding.data_path, faulty) or said.covers(finding.code, finding.data_path):
            continue
        key = finding.code, finding.data_path, finding.message
        if (typed or key not in told) and not (incomplete and finding.data_path is None):
            told.add(key)
            yield finding


def _each_cause_once(found: Iterable[RuleFinding], document: Document) -> Iterator[RuleFinding]:
    """The findings without those that a code repeats for another element or attribute of the same field.

    It repeats one if it says the same, or if the other element or attribute has the same value.
    """
    first: dict[tuple[str, Path, str], Spotted] = {}
    for judged in found:
        spot = judged.element, judged.attribute
        field = document.field_of(*spot)
        texts = [text for text in (judged.finding.message, value_of(*spot)) if text]
        known = [first.setdefault((judged.finding.code, field, text), spot) for text in texts]
        if all(one == spot for one in known):
            yield judged


def _at_home(judged: RuleFinding, document: Document, home: Home) -> Finding:
    node, way = find(home.draft, document.field_of(judged.element, judged.attribute))
    finding = judged.finding.at(pipeline.place_in_file(node, judged.element), show_path(way) or None)
    return replace(finding, fix=_fix_at_home(judged.finding.fix, node, home)) if judged.finding.fix else finding


def _is_in_text(judged: RuleFinding) -> bool:
    """Whether the element is in a `<body>`, which its writer wrote in JATS."""
    return any(each.tag == "body" for each in (judged.element, *judged.element.iterancestors()))


def _is_typed(judged: RuleFinding, document: Document, home: Home) -> bool:
    """Whether the element is JATS markup that the article's writer wrote in a field."""
    if not is_about_xml(judged.finding.message):
        return False
    node, _ = find(home.draft, document.field_of(judged.element, judged.attribute))
    tags = tags_in(judged.finding.message) or [f"<{prefixed_name(str(judged.element.tag))}"]
    return node is not home.draft and any(tag in home.marked_in(node) for tag in tags)


def _fix_at_home(fix: Fix | None, node: object, home: Home) -> Fix | None:
    """The edit, if the text that it replaces is in a value of this very file once; other edits can't be made."""
    if fix is None or not isinstance(node, Text) or node.place.file != home.name:
        return None
    given = home.given.get(node.place, "")
    return fix if given == node.value and given.count(fix.old) == 1 else None


def _with_edits(changes: list[Finding], home: Home) -> Iterable[Finding]:
    """Findings about what was tidied, with the edit that makes the file say so itself, if one value became another."""
    after: dict[Place, list[str]] = {}
    parsed: dict[Place, list[str]] = {}
    for _, text in texts(home.draft) if changes else ():
        (parsed if isinstance(text, ReadText) else after).setdefault(text.place, []).append(str(text.value))
    after |= parsed  # fields that were read from a text have its place
    for finding in changes:
        old, new = home.given.get(finding.place), after.get(finding.place, [])
        if finding.fix is None and finding.place.file == home.name and old and len(new) == 1 and new[0] != old:
            yield replace(finding, fix=Fix(old, new[0]))
        else:
            yield finding


def _without_xml(finding: Finding) -> Finding:
    """The finding without its place in the XML: whoever wrote an article file corrects a field."""
    return replace(finding, xml_path=None, xml_place=None)


def _with_xml_places(findings: Iterable[Finding], document: Document, name: str) -> list[Finding]:
    """Findings on the XML with their place in the file that `jats build` would write."""
    from jats.xmlio import parse

    said = list(findings)
    data = pipeline.serialised(document)
    root, xml_name = parse(data, name).root, str(Outputs(None).path_for(name)) if name != "-" else "-.xml"
    paths = ElementPaths(root)
    spots = [(element_at(paths, each.xml_path), _attribute(each)) if each.xml_path else (None, None) for each in said]
    wanted = [(element, attribute) for element, attribute in spots if element is not None]
    found = iter(find_spots(wanted, root, data.decode("utf-8")))
    for number, (element, _) in enumerate(spots):
        if element is not None:
            where = next(found)
            said[number] = replace(said[number], xml_place=Place(xml_name, where.line, where.column or None))
    return said


def _attribute(finding: Finding) -> str | None:
    return (finding.xml_path or "").partition("/@")[2] or None


def _notices(findings: Iterable[Finding], home: Home) -> list[LocatedFinding]:
    ordered = sorted(findings, key=lambda each: _order(each, home.name))
    return [LocatedFinding(each, _excerpt(each, home), home.given.get(each.place, "")) for each in ordered]


def _order(finding: Finding, name: str) -> tuple[bool, int, int]:
    """The file's own findings first, then by line; those of what it inherits after."""
    place = finding.place
    return place.file != name, place.line or 0, place.column or 0


def _excerpt(finding: Finding, home: Home) -> Excerpt | None:
    place = finding.place
    lines = home.lines if place.file == home.name else lines_of_file(place.file)
    return excerpt_at(place, lines, home.given.get(place, ""))
