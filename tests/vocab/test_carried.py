"""The table of carried elements against the schema's own content models."""

from __future__ import annotations

from jats.schema.content import grammar
from jats.vocab.carried import block_elements, carried_elements

LATEST = grammar("archiving-1.4-mathml3")
TEXTS = ("p", "mixed-citation", "string-name", "string-date", "addr-line", "string-conf", "aff", "collab", "product")
PARENTS = ("sec", "app", "ack", "abstract", "bio", "notes", "ref-list", "disp-quote")
STRUCTURE = {"title", "label", "sec-meta", "object-id", "attrib", "permissions", "ref"}
"""Children of those parents that are fields of theirs, not text."""


def test_all_that_may_stand_in_running_text_is_carried() -> None:
    wanted = {name for parent in TEXTS for name in LATEST.children(parent) if ":" not in name}
    assert wanted - carried_elements() <= {
        "contrib-id",
        "contrib-group",
        "aff",
        "aff-alternatives",
        "author-comment",
        "bio",
    }


def test_all_that_may_stand_where_paragraphs_do_is_carried_as_a_block() -> None:
    wanted = {name for parent in PARENTS for name in LATEST.children(parent) if ":" not in name}
    assert wanted - block_elements() - STRUCTURE == {"x", "tex-math"}


def test_nothing_is_carried_that_jats_does_not_know() -> None:
    assert carried_elements() <= LATEST.elements
