"""Pointers from one element to others, by their identifiers."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import At, Element, Loss
from jats.elements.shapes import NO_NAME, prefixed


def point(made: Element | None, names: Sequence[str], at: At) -> Element | None:
    """The element, pointing by `rid` to what has those identifiers; `at` is the field that says them."""
    if made is not None and names:
        set_pointer(made, "rid", " ".join(NO_NAME.sub("_", name) for name in names), at)
    return made


def set_pointer(made: Element, attribute: str, names: str, at: At) -> None:
    """Let an element point to others; whether they are there is seen when the article is whole."""
    made.set(attribute, " ".join(NO_NAME.sub("_", name) for name in names.split()))
    at.writing.pointers.append((made, attribute, at.path))


def resolve_pointers(root: Element, at: At) -> None:
    """Take out pointers to elements that the variant couldn't hold, and report those that point to nothing at all."""
    writing = at.writing
    if not writing.pointers:
        return
    known = {identifier for one in root.iter() if (identifier := one.get("id"))}
    for made, attribute, path in writing.pointers:
        if made in writing.origins:
            _resolve(made, attribute, known, At(writing, path))


def _resolve(made: Element, attribute: str, known: set[str], at: At) -> None:
    kept: list[str] = []
    for given in str(made.get(attribute)).split():
        wanted = at.writing.renamed.get(given, given)
        if wanted in known:
            kept.append(wanted)
        elif wanted in at.writing.lost_ids or wanted in at.writing.ids:
            at.writing.losses.append(Loss(at.path, "@" + attribute, prefixed(made), carried=True))
        else:
            at.refuse(f"points to '{wanted}', but nothing has that id")
    if kept:
        made.set(attribute, " ".join(kept))
    else:
        del made.attrib[attribute]
