"""Pointers from one element to others, by their identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from jats.elements.build import Cursor, Element, Loss
from jats.elements.shapes import NO_NAME, prefixed
from jats.model.article import Article
from jats.model.base import Data
from jats.model.blocks import KeptBlock
from jats.model.inline import Inline, Kept, walk


def point(made: Element | None, names: Sequence[str], at: Cursor) -> Element | None:
    """The element, pointing by `rid` to what has those identifiers; `at` is the field that says them."""
    if made is not None and names:
        set_pointer(made, "rid", " ".join(NO_NAME.sub("_", name) for name in names), at)
    return made


def set_pointer(made: Element, attribute: str, names: str, at: Cursor) -> None:
    """Let an element point to others; whether they are there is seen when the article is whole."""
    made.set(attribute, " ".join(NO_NAME.sub("_", name) for name in names.split()))
    at.context.pointers.append((made, attribute, at.path))
    if at.context.origins.get(made) != at.path:
        at.context.attribute_origins.setdefault(made, {})[attribute] = at.path


def resolve_pointers(root: Element, at: Cursor, article: Article | None = None) -> None:
    """Take out pointers to what the variant couldn't hold, and report those that point to nothing at all in the article."""
    context = at.context
    if not context.pointers:
        return
    targets = _Targets({identifier for one in root.iter() if (identifier := one.get("id"))}, article)
    for made, attribute, path in context.pointers:
        if made in context.origins:
            _resolve(made, attribute, targets, Cursor(context, path))


class _Targets:
    """The identifiers in the document, and those in the article that it was made of."""

    def __init__(self, written: set[str], article: Article | None) -> None:
        self.written = written
        self.article = article

    @cached_property
    def given(self) -> frozenset[str]:
        """Asked only if something points to what isn't written."""
        return frozenset(NO_NAME.sub("_", one) for one in _identifiers(self.article))


_IDENTIFIER = re.compile(r"""\sid\s*=\s*(?:"([^"]+)"|'([^']+)')""")


def _identifiers(given: object) -> Iterator[str]:
    """The identifiers of fields and of elements in JATS's own markup."""
    if isinstance(given, Data):
        for name in type(given).model_fields:
            value = getattr(given, name)
            yield from (value,) if name == "id" and isinstance(value, str) else _identifiers(value)
    elif isinstance(given, (tuple, dict)):
        for value in given.values() if isinstance(given, dict) else given:
            yield from _identifiers(value)
    elif isinstance(given, Inline):
        yield from (one for part in walk(given) if isinstance(part, Kept) for one in _identifiers(part))
    elif isinstance(given, (Kept, KeptBlock)):
        yield from (found[1] or found[2] for found in _IDENTIFIER.finditer(given.xml))


def _pointed_to(value: str, targets: _Targets) -> list[str]:
    """The identifiers in a pointer; if none of its words is one, but all together are, that one: `Roe et al. 2020`."""
    words = value.split()
    whole = "_".join(words)
    return [whole] if whole in targets.written and targets.written.isdisjoint(words) else words


def _resolve(made: Element, attribute: str, targets: _Targets, at: Cursor) -> None:
    kept: list[str] = []
    for given in _pointed_to(str(made.get(attribute)), targets):
        wanted = at.context.renamed.get(given, given)
        if wanted in targets.written:
            kept.append(wanted)
        elif wanted in at.context.lost_ids or wanted in at.context.ids or wanted in targets.given:
            at.context.losses.append(Loss(at.path, "@" + attribute, prefixed(made), carried=True))
        else:
            at.refuse(f"points to '{wanted}', but nothing has that id")
    if kept:
        made.set(attribute, " ".join(kept))
    else:
        del made.attrib[attribute]
