"""A citation made of its fields: `<element-citation>`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from jats.draft import Path
from jats.elements.blocks import write_blocks
from jats.elements.build import Attributes, Cursor, Element, append_child, element, empty_element, extend, text_element
from jats.elements.inline import write_inline
from jats.elements.names import is_usual, sprout_name, write_forms
from jats.elements.references.parts import CITATION, CitationPart, Field, Group, Whole
from jats.model.cited import Cited
from jats.model.inline import Inline
from jats.model.references import Work


def write_element_citation(
    work: Work, parts: Sequence[CitationPart], attributes: Attributes, at: Cursor, *, annotated: bool = True
) -> Element | None:
    """The fields as elements, without any text between them; `None` if there are none."""
    if not parts and not work.annotation:
        return None
    made = empty_element(CITATION, at, attributes)
    add_parts(made, CITATION, parts, at)
    if work.annotation and annotated:
        extend(made, CITATION, at, write_annotation(work, at))
    return made


def write_annotation(work: Work, at: Cursor) -> Element | None:
    """`<annotation>`, in either form of citation."""
    here = at / "annotation"
    return element("annotation", here, None, write_blocks(work.annotation, here, "annotation"))


def add_parts(made: Element, tag: str, parts: Iterable[CitationPart], at: Cursor) -> None:
    """Put fields into a citation, or what has the same children; `tag` is its name.

    The order is that of the fields, for the schema has none, and each field is of an element that the variant has.
    """
    origins, start = at.context.origins, at.path
    for part in parts:
        if isinstance(part, Group):
            add_people(made, part, at)
            continue
        if isinstance(part, Whole):
            extend(made, tag, at, part.make())
            continue
        way, name, content, checked, sure = part
        text = content.sole_text if isinstance(content, Inline) else content
        if text is None or checked is not None:
            extend(made, tag, at, write_field(part, at))
            continue
        one = etree.SubElement(made, name, sure)  # what `sprout` does, here for the most frequent elements of all
        one.text = text
        origins[one] = start + way


def write_field(part: Field, at: Cursor) -> Element | None:
    """One field as its element."""
    tag, content, here = part.tag, part.content, Cursor(at.context, at.path + part.path)
    attributes = part.attributes or {**(part.sure or {})}
    return element(tag, here, attributes, content if isinstance(content, str) else write_inline(content, here, tag))


def add_people(citation: Element, group: Group, at: Cursor) -> None:
    """Put people of one role at the end of a citation, or of what takes the same."""
    made = append_child(citation, "person-group", at, group.path, None, role_attributes(group.role, at))
    for index, person in enumerate(group.people):
        names = person.name
        if len(names) == 1 and is_usual(names[0]):
            sprout_name(made, names[0], at, (*group.path, index, "name", 0))
        else:
            here = Cursor(at.context, (*at.path, *group.path, index))
            extend(made, "person-group", at, _write_cited(person, here))
        if person.role or person.affiliation:
            _add_about(made, person, (*group.path, index), at)
    if group.etal:
        append_child(made, "etal", at, ("etal",))


def role_attributes(role: str, at: Cursor) -> dict[str, str]:
    """A role that the schema lists as it is, any other as one of its own; before JATS 1.3 beside the type."""
    if role in _ALWAYS or at.takes("person-group", "person-group-type", role):
        return {"person-group-type": role}
    if at.has("person-group", "custom-type"):
        return {"person-group-type": "custom", "custom-type": role}
    return {"specific-use": role}


_ALWAYS = frozenset(("author", "editor", "translator"))
"""Roles that every schema has: they aren't looked up."""


def _add_about(group: Element, person: Cited, way: Path, at: Cursor) -> None:
    for tag, step, text in (("role", "role", person.role), ("aff", "affiliation", person.affiliation)):
        if text:
            append_child(group, tag, at, (*way, step), text)


def _write_cited(person: Cited, at: Cursor) -> Element | None:
    """One person or group; the forms of a name in several scripts or languages are alternatives."""
    if person.anonymous:
        return empty_element("anonymous", at / "anonymous")
    if not person.name:
        return _write_group(person, at)
    forms = [
        form for index, name in enumerate(person.name) for form in write_forms(name, name.language, at / "name" / index)
    ]
    return forms[0] if len(forms) == 1 else element("name-alternatives", at / "name", None, forms)


def _write_group(person: Cited, at: Cursor) -> Element | None:
    names = person.collaboration or {}
    if names.keys() == {""}:
        return text_element("collab", at, "collaboration", names[""])
    here = at / "collaboration"
    groups = [element("collab", here / tag, {"xml:lang": tag or None}, name) for tag, name in names.items()]
    return groups[0] if len(groups) == 1 else element("collab-alternatives", here, None, groups)
