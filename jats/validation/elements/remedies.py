"""What to write in place of an element that is not allowed where it is: its counterpart, or the place that it belongs in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from jats.messages.words import all_of, attribute, tag, tags, these
from jats.schema.content import Grammar
from jats.validation.elements.foreign import link_inside
from jats.validation.elements.formulas import in_formula, is_script_of_a_token
from jats.validation.elements.homes import free_place, meant_there, natural_homes, out_of_metadata, place_in_the_only
from jats.validation.elements.likely import content_fits, usual_share
from jats.validation.elements.misnamed import instead_of_a_paragraph, misnamed, or_another_name
from jats.validation.elements.neighbours import before_its_parent, into_neighbour, into_one_of_many
from jats.validation.elements.section_levels import section_of_either_level
from jats.validation.elements.stray_text import FOR_TEXT, holder_of_text
from jats.validation.elements.usual_wrappers import into_usual_wrapper, put_into
from jats.validation.elements.wrappers import (
    first_with_something_after,
    has_text,
    holds_what_it_may_not,
    is_a_line,
    last_with_something_before,
    without_tags,
)
from jats.validation.names import element_before, is_cited, parent_name, run_length, written_name
from jats.vocab.namespaces import expanded

_FEW = 3
_KINDS_OF_ITEMS = 2
_WRAPPERS = 6
_NEAREST_PLACES = 200

_BESIDE_ITEMS = frozenset(("label", "title", "object-id", "x"))
_BLOCKS_OF_TEXT = ("p", "title", "label")
STYLES = frozenset((
    "bold", "email", "ext-link", "fixed-case", "italic", "monospace", "named-content", "overline", "roman", "sans-serif", "sc",
    "strike", "styled-content", "sub", "sup", "underline", "uri",
))  # fmt: skip
"""The elements that only say how text looks or where it links to: without them the text stays what it is."""

_MARKS = {
    "break": "write a space in its place",
    "fn": "remove it",
    "hr": "remove it",
    "inline-graphic": "remove it",
    "target": "remove it",
    "xref": "remove it",
}
"""What to do about an element that does not belong to the text around it, if no element around allows it."""

_LAST_CHOICE = frozenset(("address", "alternatives", "open-access", "ref-list", "x"))
"""The elements that hold much, and are not proposed for it if there is another."""

_NEVER = frozenset(("named-content", "styled-content"))
"""The elements that say what their text is, so what does not fit around them is not put into them."""

_OF_ARTICLE = frozenset((
    "article", "article-meta", "back", "body", "contrib", "contrib-group", "front", "front-stub", "journal-meta",
    "journal-title-group", "title-group",
))  # fmt: skip
BLOCKS = frozenset((
    "boxed-text", "chem-struct-wrap", "code", "def-list", "disp-formula", "disp-quote", "fig", "fig-group", "graphic", "list",
    "media", "preformat", "sec", "supplementary-material", "table-wrap", "table-wrap-group", "verse-group",
))  # fmt: skip
"""The elements of an article's text that go into `<body>` when nothing around them allows them."""

_MOST_PLACES = 60
_IN_PARTS = ("front-stub",)
"""What `<article-meta>` is called in a translation or a response."""


def has_a_meaning(child: etree._Element, grammar: Grammar) -> bool:
    """Whether it is clear what an element means that its parent does not allow."""
    return bool(misnamed(child, grammar) or _meant(written_name(child), child, grammar))


def where_to_move(child: etree._Element, grammar: Grammar, fitting: tuple[str, ...], name: str | None = None) -> str:
    """The end of a message about a known element that its parent does not allow; empty if nothing sensible can be said.

    In this order: what becomes of it inside a formula or a line of text, another name that is made of this one (`license-p`
    for `p`), the element that it belongs in by its nature, an ancestor that allows it, a child of the parent that does, the
    ancestors' other children, the only parents that it can have. `name` is the element's right name, if it has another now.
    """
    place = next(filter(None, _places(name or written_name(child), child, grammar, fitting)), "")
    if name or "write <" in place:
        return place
    if place and (instead := instead_of_a_paragraph(child, grammar)):
        return f"{instead}, or {place.removeprefix(': ')}"
    return f"{place}{or_another_name(child, place, grammar)}"


def _places(name: str, child: etree._Element, grammar: Grammar, fitting: tuple[str, ...]) -> Iterator[str]:
    ids = link_inside(child, grammar) if name == written_name(child) else None
    yield f": write <xref {attribute('rid', ids)}>" if ids else ""
    yield before_its_parent(name, child, grammar)
    yield in_formula(name, child)
    yield misnamed(child, grammar) if name == written_name(child) else ""
    yield _without_its_tags(name, child, grammar) if is_a_line(child, grammar) else ""
    yield _after_its_kind(name, child, grammar)
    yield _by_use(name, child, grammar)
    yield _as_plain_text(name, child, grammar)
    yield _meant(name, child, grammar)
    yield _into_the_one_before(name, child, grammar)
    yield _into_the_one_there(name, child, grammar)
    yield into_one_of_many(name, child, _homes_of(name, child, grammar))
    here = homes_here(child, grammar, name)
    yield _put_into(child, here, grammar) if here else ""
    yield _superfluous(name, child, grammar)
    kin = [other for other in fitting if name in other.split("-") and name not in grammar.children(other)]
    if kin:
        inside = holder_of_text(kin[0], grammar) if len(kin) == 1 and has_text(child) else ""
        yield f": write {tags(kin)}{inside} instead"
    yield out_of_metadata(parent_name(child)) if name in BLOCKS else ""
    yield into_ancestor(name, child, grammar) if is_cited(child) else ""
    yield section_of_either_level(name, child, grammar)
    yield _into_natural_home(name, child, grammar)
    yield _into_only_wrapper(name, child, grammar)
    yield without_tags(child, grammar) if name not in natural_homes() else ""
    yield _without_tags_around(child, grammar)
    yield into_ancestor(name, child, grammar)
    yield _without_its_tags(name, child, grammar)
    yield f": {_MARKS[name]}" if name in _MARKS else ""
    yield ": move it into <body>" if name in BLOCKS and not _holders(grammar, parent_name(child), name) else ""
    yield _into_wrapper(name, child, grammar)
    yield _into_sibling(name, child, grammar)
    homes = _homes(name, grammar)
    yield f": move it into {tags(homes)}" if homes else ""
    yield f": {tags(fitting)} is allowed here" if 0 < len(fitting) <= _FEW else ""
    if grammar.mixed(parent_name(child)) and len(child) == 0:
        yield f": remove the tags <{name}> and </{name}>, and keep the text"


def _by_use(name: str, child: etree._Element, grammar: Grammar) -> str:
    """The element beside it that it belongs into, and the element that is mostly around it there."""
    beside = into_neighbour(child, grammar, name)
    around = into_usual_wrapper(child, grammar) if name == written_name(child) else ""
    meant = _meant(name, child, grammar)
    other = around if beside and around else meant if meant.startswith(": put it") else ""
    first = beside or around
    if not first or not other or "another <" in first or f"<{other.rpartition('<')[2]}" in first:
        return first
    return f"{first}, or {other.removeprefix(': ')}"


def _after_its_kind(name: str, child: etree._Element, grammar: Grammar) -> str:
    """What ends an element of its own kind, or a heading, and follows that one by its nature."""
    parent = parent_name(child)
    if name != parent and not (parent in ("title", "label") and name in ("p", *BLOCKS)):
        return ""
    is_bare = len(child) == 0 and not child.text
    if name == parent and name not in STYLES and not is_bare and first_with_something_after(child):
        keep = f"remove the tags <{name}> and </{name}>, and keep what is between them"
        return f": move it before the {tag(parent)} that it is in, or {keep}"
    if name in STYLES or not (is_bare or last_with_something_before(child)):
        return ""
    place = into_ancestor(name, child, grammar)
    after = f"after </{parent}>" in place
    return f"{place}, or remove the tags <{name}> and </{name}>, and keep what is between them" if after else ""


def _as_plain_text(name: str, child: etree._Element, grammar: Grammar) -> str:
    """A style or a link in an element that allows text alone, or an element in one of its own kind: the text may stay."""
    parent = child.getparent()
    if parent is None or not grammar.mixed(written_name(parent)):
        return ""
    if name not in STYLES and name != written_name(parent):
        return ""
    if name in ("email", "uri", "ext-link") and (place := into_ancestor(name, child, grammar)) and has_text(parent):
        return place
    return f": remove the tags <{name}> and </{name}>, and keep the text"


def _meant(name: str, child: etree._Element, grammar: Grammar) -> str:
    parent = parent_name(child)
    right, words = meant_there().get((parent, name), ("", ""))
    if right and right in grammar.children(parent):
        superfluous = "" if content_fits(child, right, grammar) else without_tags(child, grammar)
        return superfluous or f": {words}"
    right, words = meant_there().get(("*", name), ("", ""))
    return f": {words}" if right and right in grammar.children(parent) else ""


def _into_the_one_before(name: str, child: etree._Element, grammar: Grammar) -> str:
    """The element just before it, if it is one that the child belongs in by its nature, and it has no such child."""
    before = element_before(child)
    if before is None or written_name(before) not in _homes_of(name, child, grammar) or _has_words(before.tail):
        return ""
    at = "" if before.find(expanded(name)) is not None else free_place(name, before, grammar)
    return f": move it {at}".replace("…", f"the {tag(written_name(before))} before it") if at else ""


def _into_the_one_there(name: str, child: etree._Element, grammar: Grammar) -> str:
    """The only element that the child belongs in by its nature, if a sibling has it: `<article-meta>` in `<front>`."""
    parent = child.getparent()
    paths = [
        f"{outer}/{home}"
        for home in _homes_of(name, child, grammar)
        if (outer := natural_homes().get(home, "")) and not {" ", ":"} & {*outer, *home}
    ]
    found = [each for path in paths for each in parent.findall(path)] if parent is not None else []
    at = free_place(name, found[0], grammar) if len(found) == 1 else ""
    return f": move it {at}".replace("…", tag(written_name(found[0]))) if at else ""


def _has_words(text: str | None) -> bool:
    return any(each.isalnum() for each in text or "")


def _superfluous(name: str, child: etree._Element, grammar: Grammar) -> str:
    """Of an element and a parent of its kind, one is superfluous: a date in a date of publication, a list in a list."""
    parent = parent_name(child)
    remedy = without_tags(child, grammar) if name in (parent, *parent.split("-")) else ""
    inside = _into_only_wrapper(name, child, grammar) if remedy else ""
    alone = next(child.itersiblings(etree.Element), None) is element_before(child)
    if name == parent and not inside and not alone:
        return into_ancestor(name, child, grammar)
    return f"{inside}, or {remedy.removeprefix(': ')}" if inside else remedy


def _without_tags_around(child: etree._Element, grammar: Grammar) -> str:
    """A parent that is superfluous: it allows nothing of what is in it, and what is around it does."""
    parent = child.getparent()
    superfluous = parent is not None and holds_what_it_may_not(parent, grammar)
    return without_tags(parent, grammar) if parent is not None and superfluous else ""


def _homes_of(name: str, child: etree._Element, grammar: Grammar) -> list[str]:
    """The elements that one of this name belongs in by its nature, without those that a reference cannot mean."""
    named = natural_homes().get(name, "").split()
    homes = [each for each in (*named, *_IN_PARTS[: "article-meta" in named]) if name in grammar.children(each)]
    cited = bool(homes) and is_cited(child)
    return [each for each in homes if each != parent_name(child) and not (cited and each in _OF_ARTICLE)]


def homes_here(child: etree._Element, grammar: Grammar, meant: str | None = None) -> list[str]:
    """The elements that it belongs in and that its parent, or a child of the parent, allows: one of them is missing around it."""
    parent = grammar.children(parent_name(child))
    name = meant or written_name(child)
    homes = [] if name in parent else _homes_of(name, child, grammar)
    return [each for each in homes if each in parent] or [each for each in homes if natural_homes().get(each) in parent]


def _into_natural_home(name: str, child: etree._Element, grammar: Grammar) -> str:
    """The element that it belongs in: one that is around it, or the only one that there is."""
    homes = _homes_of(name, child, grammar)
    if any(written_name(above) in homes for above in child.iterancestors()):
        return into_ancestor(name, child, grammar)
    if not is_cited(child) and _of_reference(name, child, homes, grammar):
        return ": move it into the reference that it belongs to"
    if len(homes) > 1:
        homes = [each for each in homes if next(child.getroottree().iter(expanded(each)), None) is not None]
    if len(homes) != 1:
        return ""
    outer = natural_homes().get(homes[0], "")
    absent = outer and " " not in outer and next(child.getroottree().iter(expanded(homes[0])), None) is None
    return f": move it {place_in_the_only(homes[0], name, child, grammar)}" + (f", in {tag(outer)}" if absent else "")


def _of_reference(name: str, child: etree._Element, homes: list[str], grammar: Grammar) -> bool:
    """Whether an element is one of a reference, as the article has its own or has none."""
    if not any(usual_share(each, name) for each in ("element-citation", "mixed-citation")) or usual_share("p", name):
        return False
    found = [each for home in homes for each in islice(child.getroottree().iter(home), _FEW)]
    return all(each.find(name) is not None and not grammar.repeats(written_name(each), name) for each in found)


def _into_only_wrapper(name: str, child: etree._Element, grammar: Grammar) -> str:
    """The child that a parent without text is made of, if it is the only one that may contain the element: an item of a list.

    With loose text around it, that is what may contain text: a paragraph.
    """
    parent = child.getparent()
    if parent is None or grammar.mixed(written_name(parent)) or name == "hr":
        return ""
    if has_text(parent):
        fitting = grammar.children(written_name(parent))
        holder = next((each for each in FOR_TEXT if each in fitting and name in grammar.children(each)), None)
        return f": put it into {tag(holder)}, with the text beside it" if holder else ""
    holders = _holders(grammar, written_name(parent), name)
    items = grammar.children(written_name(parent)) - _BESIDE_ITEMS
    if len(holders) > _KINDS_OF_ITEMS:
        return ""
    if holders == ("p",) and name in BLOCKS and (place := into_ancestor(name, child, grammar)):
        return place
    return _put_into(child, list(holders), grammar) if items == set(holders) else ""


def _without_its_tags(name: str, child: etree._Element, grammar: Grammar) -> str:
    """A paragraph in a line of text, such as a title: its text may stay."""
    parent = child.getparent()
    in_line = parent is not None and grammar.mixed(written_name(parent))
    return f": remove the tags <{name}> and </{name}>, and keep the text" if in_line and name in _BLOCKS_OF_TEXT else ""


def into_ancestor(name: str, child: etree._Element, grammar: Grammar) -> str:
    """The nearest ancestor above the parent that allows the element, and where: best after the part that it is in now."""
    inside = child.getparent()
    while inside is not None and (above := inside.getparent()) is not None:
        if name in grammar.children(written_name(above)) and (place := _place_beside(name, inside, above, grammar)):
            several = grammar.repeats(written_name(above), name) and name == written_name(child)
            return f": move {these(name, run_length(child) if several else 1)} {place}"
        inside = above
    return ""


def _place_beside(name: str, inside: etree._Element, above: etree._Element, grammar: Grammar) -> str | None:
    """The place in `above` that the element can have, best after its child `inside`; `None` if it has no place there."""
    holder, after = written_name(above), f"after </{written_name(inside)}>, into {tag(written_name(above))}"
    children = list(islice(above.iterchildren(etree.Element), _MOST_PLACES + 1))
    if grammar.particle(holder) is None or len(children) > _MOST_PLACES:
        return after
    names = [written_name(each) for each in children]
    here = children.index(inside) + 1
    places = sorted(range(len(names) + 1), key=lambda at: abs(at - here))
    at = grammar.place_for(name, holder, names, places)
    if at is None:
        # What else is wrong in it may hide the right place, so only what may not be there twice is ruled out.
        return None if name in names and not grammar.repeats(holder, name) else after
    if at == here:
        return after
    beside = f"before {tag(names[at])}" if at < len(names) else f"after {tag(names[-1])}"
    return f"into {tag(holder)}, {beside}"


def _into_wrapper(name: str, child: etree._Element, grammar: Grammar) -> str:
    """A child of the parent that may contain the element: an existing one, or else one that the parent allows."""
    parent = child.getparent()
    if parent is None:
        return ""
    possible = _holders(grammar, written_name(parent), name)
    there = {written_name(each) for each in islice(parent.iterchildren(etree.Element), _NEAREST_PLACES)}
    existing = [each for each in possible if each in there]
    wrappers = existing or (list(possible) if len(possible) <= _WRAPPERS else [])
    if not wrappers:
        return ""
    return _put_into(child, wrappers, grammar)


def _put_into(child: etree._Element, wrappers: list[str], grammar: Grammar) -> str:
    outer = natural_homes().get(wrappers[0], "") if wrappers[0] not in grammar.children(parent_name(child)) else ""
    within = f", in {tag(outer)}" if outer else ""
    if others := list(dict.fromkeys(written_name(each) for each in _followers(child, grammar))):
        return f": put it, and the {all_of(map(tag, others), _FEW)} after it, into one {tags(wrappers, _FEW)}{within}"
    return f": {put_into(child, run_length(child), wrappers, grammar)}{within}"


def _followers(child: etree._Element, grammar: Grammar) -> Iterator[etree._Element]:
    """The elements side by side after it that belong into the same missing element, and are not of its name."""
    home, names = homes_here(child, grammar), {child.tag}
    for sibling in child.itersiblings(etree.Element) if home else ():
        if sibling.tag in names or homes_here(sibling, grammar) != home:
            return
        names.add(sibling.tag)
        yield sibling


def goes_with_the_one_before(child: etree._Element, grammar: Grammar) -> bool:
    """Whether the message about the element before it is about this one too, as both lack the same element around them."""
    before = element_before(child)
    if before is not None and is_script_of_a_token(child):
        return True
    home = [] if before is None else homes_here(before, grammar)
    return before is not None and before.tag != child.tag and len(home) == 1 and homes_here(child, grammar) == home


def _into_sibling(name: str, child: etree._Element, grammar: Grammar) -> str:
    """A child of an ancestor that may hold the element, preferably one that is there."""
    parent = child.getparent()
    for above in parent.iterancestors() if parent is not None else ():
        holders = _holders(grammar, written_name(above), name)
        there = {written_name(each) for each in islice(above.iterchildren(etree.Element), _NEAREST_PLACES)}
        chosen = [each for each in holders if each in there] or list(holders)
        if 0 < len(chosen) <= _FEW:
            return f": move it into {tags(chosen)}"
    return ""


def _holders(grammar: Grammar, container: str, name: str) -> tuple[str, ...]:
    """The elements allowed in a container that may hold an element of that name, in alphabetical order."""
    return grammar.once(("holders", container, name), lambda: _find_holders(grammar, container, name))


def _find_holders(grammar: Grammar, container: str, name: str) -> tuple[str, ...]:
    holders = tuple(each for each in sorted(grammar.children(container) - _NEVER) if name in grammar.children(each))
    return tuple(each for each in holders if each not in _LAST_CHOICE) or holders


def _homes(name: str, grammar: Grammar) -> list[str]:
    homes = grammar.parents(name)
    return list(homes) if len(homes) <= _FEW else []
