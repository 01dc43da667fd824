"""A person's name: `<name>` if its parts are known, `<string-name>` if it is known only as a whole."""

from __future__ import annotations

from lxml import etree

from jats.draft import Path
from jats.elements.build import Attributes, Cursor, Element, append_child, element, empty_element, text_element
from jats.model.people import Name


def write_name(name: Name, at: Cursor) -> Element | None:
    """The name in its parts or whole; both as alternatives where both are given."""
    forms = write_forms(name, name.language, at)
    return element("name-alternatives", at, None, forms) if len(forms) > 1 else forms[0]


def write_forms(name: Name, language: str | None, at: Cursor) -> list[Element]:
    """The name in its parts, whole, or both, each with that language."""
    style = name.style or ("given-only" if name.given and not (name.surname or name.full) else None)
    attributes: Attributes | None = None
    if style or language:
        attributes = {"name-style": (style, at / "style"), "xml:lang": (language, at / "language")}
    forms = [_in_parts(name, attributes, at)] if name.surname or name.given else []
    if name.full and (whole := _whole(name, attributes, at)) is not None:
        forms.append(whole)
    return forms


def is_usual(name: Name) -> bool:
    """Whether it is a name in parts and nothing more: no form as a whole, no language, no style."""
    return name.surname is not None and name.full is None and name.language is None and name.style is None


def sprout_name(parent: Element, name: Name, at: Cursor, way: Path) -> None:
    """Put a usual name at the end of an element that is known to take it there."""
    _add_parts(append_child(parent, "name", at, way), name, at, way)


def _in_parts(name: Name, attributes: Attributes | None, at: Cursor) -> Element:
    made = empty_element("name", at, attributes)
    _add_parts(made, name, at, ())
    return made


def _add_parts(made: Element, name: Name, at: Cursor, way: Path) -> None:
    """The parts in the order that every version of the DTD has."""
    origins, start = at.context.origins, at.path + way
    for tag, step, text, initials in (
        ("surname", "surname", name.surname, name.surname_initials),
        ("given-names", "given", name.given, name.given_initials),
        ("prefix", "prefix", name.prefix, None),
        ("suffix", "suffix", name.suffix, None),
    ):
        if text:
            part = etree.SubElement(made, tag, {"initials": initials} if initials else None)
            part.text = text
            origins[part] = (*start, step)
            if initials:
                at.context.attribute_origins[part] = {"initials": (*start, f"{step}_initials")}


def _whole(name: Name, attributes: Attributes | None, at: Cursor) -> Element | None:
    if name.surname or name.given:
        return element("string-name", at, attributes, name.full)
    return element(
        "string-name",
        at,
        attributes,
        text_element("prefix", at, "prefix", name.prefix),
        " " if name.prefix else None,
        name.full,
        " " if name.suffix else None,
        text_element("suffix", at, "suffix", name.suffix),
    )
