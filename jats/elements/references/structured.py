"""A citation made of its fields: `<element-citation>`."""

from __future__ import annotations

from collections.abc import Sequence

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
    for part in parts:
        if isinstance(part, Group):
            _add_people(made, part, at)
            continue
        way, tag, content, known = part
        text = _plain(content)
        if known is None and text:
            sprout(made, tag, at, way, text)
        elif known is not None and text and tag in _SURE and len(known) == 1:
            sprout(made, tag, at, way, text, {name: value for name, value in known.items() if value})
        else:
            extend(made, CITATION, at, _write_field(part, at))
    return made


_SURE = ("pub-id", "size")
"""Elements whose one attribute has a value that was looked up, or is always the same."""


def _plain(content: str | Inline) -> str | None:
    """The text of a value without any markup."""
    if isinstance(content, str):
        return content
    first = content.parts[0] if len(content.parts) == 1 else None
    return first if isinstance(first, str) else None


def _write_field(part: Field, at: At) -> Element | None:
    path, tag, content, attributes = part
    here = At(at.writing, at.path + path)
    return element(tag, here, attributes, content if isinstance(content, str) else write_inline(content, here, tag))


def _add_people(citation: Element, group: Group, at: At) -> None:
    made = sprout(citation, "person-group", at, group.path, None, {"person-group-type": group.role})
    for index, person in enumerate(group.people):
        way = (*group.path, index)
        if person.name is not None and is_usual(person.name):
            sprout_name(made, person.name, at, (*way, "name"))
        else:
            extend(made, "person-group", at, _write_cited(person, At(at.writing, at.path + way)))
    if group.etal:
        sprout(made, "etal", at, ("etal",))


def _write_cited(person: Cited, at: At) -> Element | None:
    """One person or group."""
    if person.name is not None:
        return write_name(person.name, at / "name")
    return leaf("collab", at, "collaboration", person.collaboration)
