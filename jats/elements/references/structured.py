"""A citation made of its fields: `<element-citation>`."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import At, Attributes, Element, bare, element, extend, leaf, sprout
from jats.elements.inline import write_inline
from jats.elements.names import write_name
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
            made.append(_write_people(part, at))
        elif part.attributes is None and (text := _plain(part.content)):
            sprout(made, part.tag, at, part.path, text)
        else:
            extend(made, CITATION, at, _write_field(part, at))
    return made


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


def _write_people(group: Group, at: At) -> Element:
    here = At(at.writing, at.path + group.path)
    made = bare("person-group", here, {"person-group-type": group.role})
    for index, person in enumerate(group.people):
        cited = _write_cited(person, here / index)
        if cited is not None:
            made.append(cited)
    if group.etal:
        made.append(bare("etal", at / "etal"))
    return made


def _write_cited(person: Cited, at: At) -> Element | None:
    """One person or group."""
    if person.name is not None:
        return write_name(person.name, at / "name")
    return leaf("collab", at, "collaboration", person.collaboration)
