"""Supplementary material: `<supplementary-material>`."""

from __future__ import annotations

from collections.abc import Mapping

from jats.elements.blocks import write_blocks
from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.inline import write_text
from jats.elements.languages import foreign, versions
from jats.elements.object_ids import write_object_ids
from jats.elements.permissions import write_rights
from jats.elements.vocabulary import allowed
from jats.model.article import Article
from jats.model.supplementary import SupplementaryMaterial
from jats.vocab.media_types import media_type_of

_TAG = "supplementary-material"


def write_supplementary(article: Article, at: Cursor) -> list[Element | None]:
    """One `<supplementary-material>` each, under an identifier, so that the text can point to it."""
    return [
        _write(one, at / "supplementary_material" / index) for index, one in enumerate(article.supplementary_material)
    ]


def _write(given: SupplementaryMaterial, at: Cursor) -> Element | None:
    attributes: Attributes = {
        "id": ((at / "id").identify(given.id, "suppl", _TAG), at / "id"),
        "content-type": (given.type, at / "type"),
        **_media_type(given, at),
        "xlink:href": (given.file, at / "file"),
        "hreflang": allowed(_TAG, "hreflang", foreign(given.language, at.context.language), at / "language"),
        "position": (given.position, at / "position"),
        "orientation": (given.orientation, at / "orientation"),
    }
    caption = element(
        "caption",
        at,
        None,
        write_text("title", given.title, at / "title"),
        write_blocks(given.caption, at / "caption", "caption"),
    )
    return element(
        _TAG,
        at,
        attributes,
        write_object_ids(given.ids, at / "ids", _TAG),
        element("label", at / "label", None, given.label),
        caption,
        _write_description("alt-text", given.alt_text, at / "alt_text"),
        _write_description("long-desc", given.description, at / "description"),
        write_blocks(given.content, at / "content", _TAG),
        write_text("attrib", given.attribution, at / "attribution"),
        write_rights(given.copyright, given.license, at),
    )


def _write_description(tag: str, texts: Mapping[str, str] | None, at: Cursor) -> list[Element | None]:
    """One a language."""
    return [element(tag, here, {"xml:lang": language}, text) for language, text, here in versions(texts, at)]


def _media_type(given: SupplementaryMaterial, at: Cursor) -> Attributes:
    """Both halves, which SciELO and PMC require; if they aren't given, those that the file's name says."""
    kind, _, narrower = (given.media_type or media_type_of(given.file or "") or "").partition("/")
    here = at / ("media_type" if given.media_type else "file")
    return {"mimetype": (kind or None, here), "mime-subtype": (narrower or None, here)}
