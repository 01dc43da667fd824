"""A citation made of its fields: `<element-citation>`."""

from __future__ import annotations

from collections.abc import Iterable

from jats.elements.build import At, Element, bare, element, leaf
from jats.elements.inline import write_inline
from jats.elements.names import write_name
from jats.elements.references.fields import CITATION, Attributes, Field, Group
from jats.model.references import Cited


def write_element_citation(parts: Iterable[Field | Group], attributes: Attributes, at: At) -> Element | None:
    """The fields as elements, without any text between them; `None` where there are none."""
    children = [_write_people(part, at) if isinstance(part, Group) else _write_field(part, at) for part in parts]
    return element(CITATION, at, attributes, children) if children else None


def _write_field(part: Field, at: At) -> Element | None:
    path, tag, content, attributes = part
    if attributes is None and len(path) == 1 and isinstance(content, str):
        return leaf(tag, at, path[0], content)
    here = At(at.writing, at.path + path)
    return element(tag, here, attributes, content if isinstance(content, str) else write_inline(content, here, tag))


def _write_people(group: Group, at: At) -> Element | None:
    here = At(at.writing, at.path + group.path)
    people = [_write_cited(person, here / index) for index, person in enumerate(group.people)]
    etal = bare("etal", at / "etal") if group.etal else None
    return element("person-group", here, {"person-group-type": group.role}, people, etal)


def _write_cited(person: Cited, at: At) -> Element | None:
    """One person or group."""
    if person.name is not None:
        return write_name(person.name, at / "name")
    return leaf("collab", at, "collaboration", person.collaboration)
