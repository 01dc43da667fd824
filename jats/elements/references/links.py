"""Links of references that print their address get the title of the work, where a service asks for words beside it."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import Cursor, Element
from jats.vocab.namespaces import NAMESPACES

_HREF, _TITLE = (f"{{{NAMESPACES['xlink']}}}{name}" for name in ("href", "title"))
_WORKS = ("article-title", "chapter-title", "part-title", "data-title", "source")
_ADDRESS = ("http://", "https://", "ftp://", "sftp://")


def name_links(citations: Sequence[Element], at: Cursor) -> None:
    """Say where the links lead: JATS4R's and SciELO's checkers want a title on each that shows its address."""
    bare = [link for citation in citations for link in citation.iter("ext-link") if _is_bare(link)]
    if not bare or not at.context.wants("link_title", "work"):
        return
    found = (part for tag in _WORKS for citation in citations for part in citation.iter(tag))
    title = next((text for part in found if (text := " ".join("".join(part.itertext()).split()))), None)
    if title is not None:
        for link in bare:
            link.set(_TITLE, title)


def _is_bare(link: Element) -> bool:
    text = (link.text or "").strip()
    return _TITLE not in link.attrib and (text == link.get(_HREF) or text.startswith(_ADDRESS))
