"""What of JATS 1.4 Publishing an article file needn't be able to say, each with its reason."""

from __future__ import annotations

ELEMENTS: dict[str, str] = {
    "access-date": "stands only in nlm-citation, which is deprecated; date-in-citation says it",
    "nlm-citation": "deprecated since JATS 1.0; element-citation has all that it has",
    "time-stamp": "stands only in nlm-citation, which is deprecated",
}
"""Metadata elements that no field makes."""

ATTRIBUTES: dict[tuple[str, str], str] = {
    (
        "collab-name",
        "collab-type",
    ): "stands on collab-wrap or collab: it is said of the group, not of a form of its name",
    ("collab-name", "symbol"): "stands on collab-wrap or collab: it is said of the group, not of a form of its name",
    (
        "collab-name",
        "xlink:href",
    ): "stands on collab-wrap or collab: it is said of the group, not of a form of its name",
    (
        "pub-date",
        "pub-type",
    ): "the form of JATS 1.0, for which jats writes it; its other versions have date-type and format",
    ("issn", "pub-type"): "the form of JATS 1.0, for which jats writes it; its other versions have publication-format",
}
"""Own attributes of metadata elements that no field makes."""

for _name in ("assigning-authority", "vocab", "vocab-identifier", "vocab-term", "vocab-term-identifier"):
    ATTRIBUTES["nested-kwd", _name] = "is said of the keyword itself, on the kwd in it"

CARRIED_ATTRIBUTES: dict[str, str] = {}
"""Attributes that no field makes on any element."""

_PENDING = """
    """
_PENDING_ATTRIBUTES = """
    """

PENDING = frozenset(_PENDING.split())
"""Elements whose field is still to come."""

PENDING_ATTRIBUTES = frozenset(_PENDING_ATTRIBUTES.split())
"""Own attributes, `element@attribute`, whose field is still to come."""
