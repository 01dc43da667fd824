"""Addresses on the web: `<self-uri>`."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.vocabulary import allowed
from jats.model.web import WebAddress

_TAG = "self-uri"


def write_web_addresses(given: Sequence[WebAddress], at: Cursor) -> list[Element | None]:
    """One `<self-uri>` an address."""
    return [_write(one, at / index) for index, one in enumerate(given)]


def _write(one: WebAddress, at: Cursor) -> Element | None:
    return element(
        _TAG,
        at,
        {
            "content-type": (one.type, at / "type"),
            **_media_type(one, at / "media_type"),
            "hreflang": allowed(_TAG, "hreflang", one.language, at / "language"),
            "assigning-authority": allowed(_TAG, "assigning-authority", one.authority, at / "authority"),
            "xlink:href": (one.url, at / "url"),
            "xlink:title": (one.title, at / "title"),
        },
        one.text,
    )


def _media_type(one: WebAddress, at: Cursor) -> Attributes:
    """The two halves of a media type."""
    if one.media_type is None:
        return {}
    if not at.has(_TAG, "mimetype"):
        at.to_custom_meta(one.media_type, "@mimetype", _TAG)
        return {}
    kind, _, narrower = one.media_type.partition("/")
    return {"mimetype": (kind, at), "mime-subtype": (narrower or None, at)}
