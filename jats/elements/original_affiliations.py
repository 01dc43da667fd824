"""An affiliation as its printed text and, beside it, its parts: the form that SciELO asks for (SPS 1.10, aff)."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import Child, Cursor, Element, element
from jats.elements.places import LanguageVersion, Piece, Setting
from jats.model.affiliations import Affiliation

ORIGINAL = "original"
_PLACES = ("city", "state")


def original_and_parts(version: LanguageVersion, row: Setting[Affiliation], pieces: Sequence[Piece]) -> list[Child]:
    """The whole as printed, or put together from its parts, then each part; city and state are in one `<addr-line>`."""
    at = row.at
    written: list[Element | None] = [piece.made for piece in pieces if piece.made is not None]
    if not any(_kind(one) == ORIGINAL for one in written):
        text, here = version.values.get("text", (_put_together(pieces), at))
        written.insert(0, element("institution", here, {"content-type": ORIGINAL}, text or None))
    places = [one for one in written if one is not None and _kind(one) in _PLACES]
    line = element("addr-line", at, None, [_in_line(one, at) for one in places])
    position = written.index(places[0]) if places else 0
    others: list[Element | None] = [one for one in written if one not in places]
    return [*others[:position], line, *others[position:]]


def _kind(made: Element | None) -> str:
    """What a part is, whichever element the version has for it."""
    return "" if made is None else made.get("content-type", "") or str(made.tag)


def _in_line(made: Element, at: Cursor) -> Element | None:
    """A city or state as it may be in `<addr-line>`: before JATS 1.1 `<named-content>`."""
    name, field = _kind(made), Cursor(at.context, at.context.origins.pop(made, at.path))
    if at.can("addr-line", name):
        return element(name, field, None, made.text)
    return element("named-content", field, {"content-type": name}, made.text)


def _put_together(pieces: Sequence[Piece]) -> str:
    """The parts with commas between, each once; a page on the web is not printed."""
    texts = [piece.text for piece in pieces if piece.text and (piece.made is None or piece.made.tag != "uri")]
    return ", ".join(dict.fromkeys(texts))
