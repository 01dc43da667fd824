"""An element in JATS's own markup inside an editor's text: where it ends, and its text as XML that any parser takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from html.entities import html5
from xml.parsers import expat

from jats.vocab.carried import carried_elements
from jats.vocab.namespaces import NAMESPACES, PREFIXES

DEEPEST = 50
"""Elements inside one another; what is deeper is text, so that hostile input costs nothing."""

_PIECE = re.compile(
    r"""<!--(?:[^-]|-(?!->)){0,2000}-->
    |<!\[CDATA\[(?P<raw>(?:[^\]]|\](?!\]>)){0,5000})\]\]>
    |<(?P<close>/?)(?P<name>[A-Za-z_][\w.:-]*+)(?P<attributes>(?:[^<>"'/]|"[^<"]*+"|'[^<']*+'|/(?!>))*+)(?P<empty>/?)>""",
    re.VERBOSE,
)
_DECLARATION = re.compile(r"""\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_AMPERSAND = re.compile(r"&(?:(#\d{1,7}|#x[0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);|([A-Za-z][A-Za-z0-9]{1,31};))?")
_DECLARED = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("xlink", "mml", "ali"))
_AROUND = (f"<kept{_DECLARED}>", "</kept>")
"""The namespaces whose prefixes JATS fixes."""


def kept_element(text: str, start: int, names: frozenset[str] | None = None) -> tuple[str, int] | None:
    """The XML of the element whose start tag is at `start`, and where it ends; `None` if there is no whole element.

    Only elements of `names` count; without it, all that are carried, and those with a namespace of their own. A bare `&` or
    `<` is the character itself, named characters are replaced, comments left out.
    """
    first = _PIECE.match(text, start)
    if first is None or first["close"] or not _is_kept(first, names):
        return None
    pieces: list[str] = []
    open_names: list[str] = []
    end = start
    for piece in _PIECE.finditer(text, start):
        pieces += [_text(text[end : piece.start()]), _markup(piece)]
        end = piece.end()
        if not _step(piece, open_names):
            return None
        if not open_names:
            made = "".join(pieces)
            return (made, end) if _is_well_formed(made) else None
    return None


def _is_kept(first: re.Match[str], names: frozenset[str] | None) -> bool:
    if names is not None:
        return first["name"] in names
    own_namespace = ":" in first["name"] or _DECLARATION.search(first["attributes"])
    return first["name"] in carried_elements() or bool(own_namespace)


def foreign_prefixes(markup: str) -> frozenset[str]:
    """The prefixes that markup binds to namespaces that are not JATS's; the empty one stands for `xmlns="…"`."""
    found = _DECLARATION.findall(markup) if "xmlns" in markup else ()
    bound = ((prefix, quoted or apostrophed) for prefix, quoted, apostrophed in found)
    return frozenset(prefix for prefix, address in bound if address and address not in PREFIXES)


def _step(piece: re.Match[str], open_names: list[str]) -> bool:
    """Go in or out of an element; whether that is right there."""
    name = piece["name"]
    if piece["close"]:
        return bool(open_names) and open_names.pop() == name
    if name and not piece["empty"]:
        open_names.append(name)
    return len(open_names) <= DEEPEST


def _markup(piece: re.Match[str]) -> str:
    if piece["name"]:
        return "<" + piece["close"] + piece["name"] + _characters(piece["attributes"]) + piece["empty"] + ">"
    return escape(piece["raw"], quote=False) if piece["raw"] else ""


def _text(text: str) -> str:
    return _characters(text).replace("<", "&lt;") if "<" in text or "&" in text else text


def _characters(text: str) -> str:
    """The text with every `&` either the start of a reference that XML knows, or one itself."""
    return _AMPERSAND.sub(_reference, text) if "&" in text else text


def _reference(found: re.Match[str]) -> str:
    if found[1]:
        return found[0]
    return escape(html5[found[2]]) if found[2] and found[2] in html5 else "&amp;" + found[0][1:]


def _is_well_formed(xml: str) -> bool:
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(_AROUND[0] + xml + _AROUND[1], True)
    except expat.ExpatError:
        return False
    return True


def in_namespaces(xml: str) -> bytes:
    """A document whose root holds the kept element, with the prefixes bound that it may use."""
    return (_AROUND[0] + xml + _AROUND[1]).encode()


def texts_of(xml: str) -> Iterator[str]:
    """The texts of kept XML, those between any two tags apart."""
    end = 0
    for piece in _PIECE.finditer(xml):
        yield unescape(xml[end : piece.start()])
        end = piece.end()
    yield unescape(xml[end:])
