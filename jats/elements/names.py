"""A person's name: `<name>` where its parts are known, `<string-name>` where it is known as a whole."""

from __future__ import annotations

from jats.elements.build import At, Element, element, leaf
from jats.model.people import Name


def write_name(name: Name, at: At) -> Element | None:
    """The name in its parts or whole; both as alternatives where both are given."""
    forms = write_forms(name, name.language, at)
    return element("name-alternatives", at, None, forms) if len(forms) > 1 else forms[0]


def write_forms(name: Name, language: str | None, at: At) -> list[Element]:
    """The name in its parts, whole, or both, each with that language."""
    style = name.style or ("given-only" if name.given and not (name.surname or name.full) else None)
    attributes = {"name-style": style, "xml:lang": language}
    return [form for form in (_in_parts(name, attributes, at), _whole(name, attributes, at)) if form is not None]


def _in_parts(name: Name, attributes: dict[str, str | None], at: At) -> Element | None:
    if not (name.surname or name.given):
        return None
    return element(
        "name",
        at,
        attributes,
        leaf("surname", at, "surname", name.surname),
        leaf("given-names", at, "given", name.given),
        leaf("prefix", at, "prefix", name.prefix),
        leaf("suffix", at, "suffix", name.suffix),
    )


def _whole(name: Name, attributes: dict[str, str | None], at: At) -> Element | None:
    if not name.full:
        return None
    if name.surname or name.given:
        return element("string-name", at, attributes, name.full)
    return element(
        "string-name",
        at,
        attributes,
        leaf("prefix", at, "prefix", name.prefix),
        " " if name.prefix else None,
        name.full,
        " " if name.suffix else None,
        leaf("suffix", at, "suffix", name.suffix),
    )
