"""Mistakes whose meaning is plain: reported once, and read as they were meant, so that nothing else is asked of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from jats.draft import List, Map, Node, Path, Text
from jats.findings import Finding, Note, Place
from jats.input_codes import faults, shape
from jats.messages.words import quoted
from jats.model.abstracts import ABSTRACT_FIELDS
from jats.model.article import Article
from jats.model.dates import Date
from jats.vocab.languages import language_fault, meant_language

_BY_KIND = frozenset(
    [
        "ids",
        "volume_ids",
        "issue_ids",
        "part_ids",
        "issn",
        "isbn",
        "published",
        "history",
        "other",
        "other_names",
        "people",
        "dates",
        "events",
        "custom",
        "sections",
        "parts",
        "glossary",
        "statements",
    ]
)
"""Fields whose keys are kinds, names or headings, never languages."""

_LANGUAGE_FIELDS = frozenset(("language", "content_languages"))
_HEADINGS = ": a heading belongs below sections:, indented by two more spaces"
_SURNAME = frozenset(("family", "family_name", "familyname", "last_name", "lastname", "surname_name"))
_GIVEN = frozenset(("given_name", "givenname", "given_names", "first_name", "firstname", "forename", "forenames"))
_YAML = re.compile(r"\{\s*[A-Za-z_]\w*\s*:\s.*\}\s*", re.DOTALL)
_YAML_LIST = re.compile(r"\[[^\[\]]*\]")
_LISTS = frozenset(("authors", "contributors", "keywords", "affiliations", "references"))
_GROUP = frozenset(("title", "type", "language", "label", "vocabulary"))
_ONE_DATE = frozenset((*Date.model_fields, "date"))
_NO_DATES = frozenset(Article.model_fields) - frozenset(Date.model_fields)


Maps = Sequence[tuple[Map, Path]]
"""Every map of a draft with its path."""


def read_as_meant(draft: Map, note: Note) -> None:
    """Report such mistakes and change the draft to what was meant."""
    maps = list(_maps(draft, ()))
    for step in _STEPS:
        found = list(step(draft, maps))
        for finding in found:
            note(finding)
        if found:  # the draft was changed
            maps = list(_maps(draft, ()))


def _maps(node: Node, path: Path) -> Iterator[tuple[Map, Path]]:
    """Every map below a node with its path, the outer ones first."""
    if isinstance(node, Map):
        yield node, path
        for key, value in list(node.items.items()):
            yield from _maps(value, (*path, key))
    elif isinstance(node, List):
        for index, item in enumerate(node.items):
            yield from _maps(item, (*path, index))


def _holder(path: Path) -> str:
    """The name of the field that a path leads to, without positions in lists."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _languages(_draft: Map, maps: Maps) -> Iterator[Finding]:
    """Countries, names and locales in place of language tags."""
    for node, way in maps:
        for key in _LANGUAGE_FIELDS & node.items.keys():
            yield from _language_values(node.items[key], (*way, key))
        if way and _holder(way) not in _BY_KIND and _is_by_language(node):
            yield from _language_keys(node, way)


def _language_values(node: Node, path: Path) -> Iterator[Finding]:
    for index, text in enumerate(node.items if isinstance(node, List) else [node]):
        if isinstance(text, Text) and isinstance(text.value, str) and (meant := meant_language(text.value)):
            way = (*path, index) if isinstance(node, List) else path
            yield _language_finding(text.place, way, text.value, meant)
            text.value = meant


def _is_by_language(node: Map) -> bool:
    """Whether the keys of a map are languages, some of them wrongly written."""
    if any(len(key) == 1 or (len(key) > 3 and "_" not in key and "-" not in key) for key in node.items):
        return False
    wrong = [key for key in node.items if not _is_language(key)]
    return bool(wrong) and all(meant_language(key) for key in wrong)


def _is_language(key: str) -> bool:
    return not key or language_fault(key) is None


def _language_keys(node: Map, path: Path) -> Iterator[Finding]:
    items, keys = dict(node.items), dict(node.keys)
    for key in items:
        meant = None if _is_language(key) else meant_language(key)
        if meant is not None and meant not in items:
            yield _language_finding(keys[key], (*path, key), key, meant)
    renamed = {key: key if _is_language(key) else meant_language(key) or key for key in items}
    node.items = {renamed[key]: value for key, value in items.items()}
    node.keys = {renamed.get(key, key): place for key, place in keys.items()}


def _language_finding(place: Place, path: Path, written: str, meant: str) -> Finding:
    return faults.language(place, path, language_fault(written) or "", meant)


def _names(_draft: Map, maps: Maps) -> Iterator[Finding]:
    """The parts of a person's name under the names that other programs give them."""
    for node, way in maps:
        found = {key: "surname" for key in node.items if _folded(key) in _SURNAME}
        found |= {key: "given" for key in node.items if _folded(key) in _GIVEN}
        said = {key: value.value for key in found if isinstance(value := node.items[key], Text)}
        if not said or _holder(way) in _BY_KIND or set(found.values()) & node.items.keys():
            continue
        first = min(found, key=lambda one: (node.keys[one].line or 0, node.keys[one].column or 0))
        parts = sorted((found[key], value) for key, value in said.items())
        written = ", ".join(f"{name}: {value}" for name, value in reversed(parts))
        yield shape.unknown_key(node.keys[first], (*way, first), list(found), None, f": write {written}")
        node.items = {found.get(old, old): value for old, value in node.items.items()}
        node.keys = {found.get(old, old): place for old, place in node.keys.items()}


_FIRST_PAGE = frozenset(("first_page", "fpage", "start_page", "page_start", "page_first", "firstpage", "from_page"))
_LAST_PAGE = frozenset(("last_page", "lpage", "end_page", "page_end", "page_last", "lastpage", "to_page"))


def _pages(_draft: Map, maps: Maps) -> Iterator[Finding]:
    """First and last page in fields of their own, as other programs have them."""
    for node, way in maps:
        found = [key for key in node.items if _folded(key) in _FIRST_PAGE | _LAST_PAGE]
        if not found or "pages" in node.items or _holder(way) in _BY_KIND or _holder(way) == "pages":
            continue
        texts = [(_folded(key) in _LAST_PAGE, node.items[key]) for key in found]
        written = "-".join(_first_then_last(texts))
        place = node.keys[found[0]]
        yield shape.unknown_key(place, (*way, found[0]), found, None, f": write pages: {written}")
        for key in found:
            del node.items[key], node.keys[key]
        node.put("pages", Text(written, place), place)


def _first_then_last(texts: Sequence[tuple[bool, Node]]) -> list[str]:
    return [str(text.value) for _, text in sorted(texts, key=lambda pair: pair[0]) if isinstance(text, Text)]


def _folded(key: str) -> str:
    return re.sub(r"[- ]", "_", key).lower()


def _dates(draft: Map, _maps_of_all: Maps) -> Iterator[Finding]:
    """Fields of the article that are indented below its dates."""
    for holder in ("published", "history"):
        node = draft.items.get(holder)
        if not isinstance(node, Map) or node.items.keys() & _ONE_DATE:
            continue
        wrong = [key for key, value in node.items.items() if key in _NO_DATES and not _is_date(value)]
        if wrong:
            yield shape.unknown_key(node.keys[wrong[0]], (holder, wrong[0]), wrong, None, _beside(wrong, holder))
        for key in wrong:
            if key not in draft.items:
                draft.put(key, node.items[key], node.keys[key])
            del node.items[key]


def _is_date(node: Node) -> bool:
    return isinstance(node, Map) or (isinstance(node, Text) and re.match(r"\d{4}", str(node.value)) is not None)


def _beside(keys: Sequence[str], holder: str) -> str:
    if len(keys) == 1:
        return f": it belongs beside {quoted(holder)}, not below it: indent it less"
    return f": they belong beside {quoted(holder)}, not below it: indent them less"


def _headings(draft: Map, _maps_of_all: Maps) -> Iterator[Finding]:
    """Sections of an abstract that are written without `sections:`."""
    for node, way in _maps(draft.items.get("abstract", List([], draft.place)), ("abstract",)):
        known = set(node.items) & ABSTRACT_FIELDS
        headings = [key for key in node.items if key not in ABSTRACT_FIELDS and _is_heading(key)]
        if (
            _holder(way) == "sections"
            or "sections" in known
            or not headings
            or len(headings) + len(known) < len(node.items)
        ):
            continue
        yield shape.unknown_key(node.keys[headings[0]], (*way, headings[0]), headings, None, _HEADINGS)
        sections = Map(node.keys[headings[0]])
        for key in headings:
            sections.put(key, node.items.pop(key), node.keys.pop(key))
        node.put("sections", sections)


def _is_heading(key: str) -> bool:
    return key[:1].isupper() and len(key) > 2 and _folded(key) not in ABSTRACT_FIELDS


def _keyword_groups(draft: Map, _maps_of_all: Maps) -> Iterator[Finding]:
    """A group of keywords with its terms under `text`; single keywords among groups."""
    keywords = draft.items.get("keywords")
    groups = keywords.items if isinstance(keywords, List) else [keywords]
    for index, group in enumerate(groups):
        if (
            isinstance(group, Map)
            and "text" in group.items
            and "terms" not in group.items
            and group.items.keys() & _GROUP - {"type"}
        ):
            text = group.items["text"]
            way = ("keywords", index) if isinstance(keywords, List) else ("keywords",)
            shown = f"terms: {text.value}" if isinstance(text, Text) else "terms:"
            yield shape.unknown_key(group.keys["text"], (*way, "text"), ["text"], None, f": write {shown}")
            group.put("terms", group.items.pop("text"), group.keys.pop("text"))
    if isinstance(keywords, List):
        yield from _two_kinds(keywords)


def _two_kinds(keywords: List) -> Iterator[Finding]:
    single = [item for item in keywords.items if isinstance(item, Text)]
    if not single or not any(isinstance(item, Map) and "terms" in item.items for item in keywords.items):
        return
    written = f"- terms: [{', '.join(str(item.value) for item in single)}]"
    words = f"is a single keyword in a list of groups: write one group for all single ones: {written}"
    yield shape.does_not_fit(single[0].place, ("keywords", keywords.items.index(single[0])), words)
    group = Map(single[0].place)
    group.put("terms", List(list(single), single[0].place))
    keywords.items[:] = [group, *(item for item in keywords.items if item not in single)]


def _quoted_yaml(_draft: Map, maps: Maps) -> Iterator[Finding]:
    """Fields or a list in quotation marks, which make a text of them."""
    for node, way in maps:
        for key, value in node.items.items():
            if isinstance(value, Text) and isinstance(value.value, str) and _is_yaml(key, value.value):
                yield shape.quoted_yaml(value.place, (*way, key), value.value)


def _is_yaml(key: str, value: str) -> bool:
    text = value.strip()
    return _YAML.fullmatch(text) is not None or (key in _LISTS and _YAML_LIST.fullmatch(text) is not None)


_STEPS: tuple[Callable[[Map, Maps], Iterator[Finding]], ...] = (
    _languages,
    _names,
    _pages,
    _dates,
    _headings,
    _keyword_groups,
    _quoted_yaml,
)
