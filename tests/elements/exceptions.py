"""What of JATS 1.4 Publishing an article file needn't be able to say, each with its reason."""

from __future__ import annotations

ELEMENTS = {
    "access-date": "stands only in nlm-citation, which is deprecated; date-in-citation says it",
    "nlm-citation": "deprecated since JATS 1.0; element-citation has all that it has",
    "time-stamp": "stands only in nlm-citation, which is deprecated",
}
"""Metadata elements that no field makes."""

_OF_THE_GROUP = "stands on collab-wrap or collab: it is said of the group, not of a form of its name"
_OF_THE_KEYWORD = "is said of the keyword itself, on the kwd in it"
_OF_1_0 = "the form of JATS 1.0, for which jats writes it; later versions have types and formats of their own"

ATTRIBUTES = {
    ("collab-name", "collab-type"): _OF_THE_GROUP,
    ("collab-name", "symbol"): _OF_THE_GROUP,
    ("collab-name", "xlink:href"): _OF_THE_GROUP,
    ("nested-kwd", "assigning-authority"): _OF_THE_KEYWORD,
    ("nested-kwd", "vocab"): _OF_THE_KEYWORD,
    ("nested-kwd", "vocab-identifier"): _OF_THE_KEYWORD,
    ("nested-kwd", "vocab-term"): _OF_THE_KEYWORD,
    ("nested-kwd", "vocab-term-identifier"): _OF_THE_KEYWORD,
    ("pub-date", "pub-type"): _OF_1_0,
}
"""Own attributes of metadata elements that no field makes."""
