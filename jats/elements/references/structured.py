"""A citation made of its fields: `<element-citation>`."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from jats.elements.build import At, Attributes, Element, bare, element, extend, leaf, sprout
from jats.elements.inline import write_inline
from jats.elements.names import is_usual, sprout_name, write_name
from jats.elements.references.fields import CITATION, Field, Group
from jats.model.inline import Inline
from jats.model.references import Cited


def write_element_citation(parts: Sequence[Field | Group], attributes: Attributes, at: At) -> Element | None:
    """The fields as elements, without any text between them; `None` where there are none.

    The order is that of the fields, for the schema has none, and each field is of an element that the variant has.
    """
    if not parts:
        return None
    made = bare(CITATION, at, attributes)
    origins, start = at.writing.origins, at.path
    for part in parts:
        if isinstance(part, Group):
            add_people(made, part, at)
            continue
        way, tag, content, checked, sure = part
        text = content.sole_text if isinstance(content, Inline) else content
        if text is None or checked is not None:
            extend(made, CITATION, at, write_field(part, at))
            continue
        one = etree.SubElement(made, tag, sure)  # what `sprout` does, here for the most frequent elements of all
        one.text = text
        origins[one] = start + way
    return made


def write_field(part: Field, at: At) -> Element | None:
    """One field as its element."""
    tag, content, here = part.tag, part.content, At(at.writing, at.path + part.path)
    attributes = part.attributes or {**(part.sure or {})}
    return element(tag, here, attributes, content if isinstance(content, str) else write_inline(content, here, tag))


def add_people(citation: Element, group: Group, at: At) -> None:
    """Put people of one role at the end of a citation, or of what takes the same."""
    made = sprout(citation, "person-group", at, group.path, None, {"person-group-type": group.role})
    for index, person in enumerate(group.people):
        name = person.name
        if name is not None and is_usual(name):
            sprout_name(made, name, at, (*group.path, index, "name"))
        else:
            here = At(at.writing, (*at.path, *group.path, index))
            extend(made, "person-group", at, _write_cited(person, here))
    if group.etal:
        sprout(made, "etal", at, ("etal",))


def _write_cited(person: Cited, at: At) -> Element | None:
    """One person or group."""
    if person.name is not None:
        return write_name(person.name, at / "name")
    return leaf("collab", at, "collaboration", person.collaboration)
