"""What tests of elements share: a place to write at, what came out, and what was lost."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from jats.elements.build import Child, Cursor, Element, WriteContext
from jats.schema.content import grammar
from jats.schema.dtd import load

VARIANTS = tuple(
    f"{tag_set}-{version}-mathml{2 if version == '1.0' else 3}"
    for tag_set in ("publishing", "archiving", "authoring")
    for version in ("1.0", "1.1", "1.2", "1.3", "1.4")
)


def start(variant: str = "publishing-1.3-mathml3", language: str | None = "en") -> Cursor:
    """Where an article begins to be written."""
    tag_set, version, _ = variant.split("-")
    return Cursor(WriteContext(grammar(variant), version, tag_set, language))


def xml(made: Element | Iterable[Child] | None) -> str:
    """The elements and texts as one string, without declarations of namespaces."""
    children = [made] if made is None or isinstance(made, etree._Element) else list(made)
    text = "".join(
        child if isinstance(child, str) else etree.tostring(child, encoding="unicode")
        for child in children
        if child is not None
    )
    for declaration in (
        ' xmlns:xlink="http://www.w3.org/1999/xlink"',
        ' xmlns:mml="http://www.w3.org/1998/Math/MathML"',
        ' xmlns:ali="http://www.niso.org/schemas/ali/1.0/"',
    ):
        text = text.replace(declaration, "")
    return text


def lost(at: Cursor) -> list[tuple[str, str, str | None]]:
    """Tag, parent, and where it went, of all that had no place."""
    return [(loss.tag, loss.parent, loss.moved) for loss in at.context.losses]


def refused(made: Element | None, variant: str) -> list[str]:
    """What the official DTD says against an element with all that is in it; it judges any element as well as `<article>`."""
    if made is None:
        return []
    dtd = load(variant)
    return [] if dtd.validate(made) else [entry.message for entry in dtd.error_log]
