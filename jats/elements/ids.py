"""Identifiers of the article."""

from __future__ import annotations

from collections.abc import Mapping

from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.vocabulary import allowed
from jats.model.identifiers import Orcid


def write_article_ids(doi: str | None, ids: Mapping[str, str], at: Cursor) -> list[Element | None]:
    """One `<article-id>` each, the DOI first."""
    first = element("article-id", at / "doi", {"pub-id-type": "doi"}, doi) if doi else None
    return [first, *(_write_id(kind, value, at / "ids" / kind) for kind, value in ids.items())]


def _write_id(kind: str, value: str, at: Cursor) -> Element | None:
    """A type that the schema doesn't list is `custom` with its name, before JATS 1.3 `other`."""
    if at.takes("article-id", "pub-id-type", kind):
        attributes: Attributes = {"pub-id-type": kind}
    elif at.takes("article-id", "pub-id-type", "custom"):
        attributes = {"pub-id-type": "custom", "custom-type": kind}
    else:
        attributes = {"pub-id-type": "other", "specific-use": kind}
    return element("article-id", at, attributes | authority("article-id", value, at), value)


def authority(tag: str, value: str, at: Cursor) -> Attributes:
    """The body that assigned an identifier, as an attribute if the variant has it (since JATS 1.2), else `<custom-meta>`."""
    given: str | None = getattr(value, "authority", None)  # of texts that know it: Identifier, Checked
    return {"assigning-authority": allowed(tag, "assigning-authority", given, at / "authority")} if given else {}


def id_attribute(wanted: str | None, tag: str, at: Cursor) -> Attributes:
    """The identifier of an element that has one, as an attribute; `at` is the field that gives it."""
    return {"id": (at.identify(wanted, tag, tag), at)} if wanted else {}


def orcid_text(orcid: Orcid, at: Cursor) -> str:
    """The ORCID iD as its address, or bare for a target that asks for that."""
    return str(orcid) if at.context.wants("orcid", "bare") else orcid.address
