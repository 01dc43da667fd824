"""What variants can't hold of people, affiliations and notes: rows of the table of losses (jats/elements/losses/table.py)."""

from __future__ import annotations

from collections.abc import Iterator

from jats.elements.build import TO_CUSTOM_META
from jats.elements.losses.back import part_rows
from jats.elements.losses.rows import LossRow, vocabulary_rows


def _place(field: str, tag: str) -> Iterator[LossRow]:
    """What versions lack for institutions and departments."""
    for holder in (field, f"{field}.departments[]"):
        yield LossRow(f"{holder}.ids.*", "institution-wrap", tag, TO_CUSTOM_META)
        yield LossRow(f"{holder}.ror", "institution-wrap", tag, TO_CUSTOM_META)
        for attribute in ("@assigning-authority", "@vocab", "@vocab-identifier"):
            yield LossRow(f"{holder}.ids.*", attribute, "institution-id", TO_CUSTOM_META)


PEOPLE_ROWS = (
    LossRow("authors[].orcid_authenticated", "@authenticated", "contrib-id"),
    LossRow("authors[].ids.*", "@assigning-authority", "contrib-id", TO_CUSTOM_META),
    LossRow("authors[].members", "contrib-group", "collab"),
    LossRow("authors[].roles[]", "role", "contrib", when="Authoring before 1.2, and it is not the first"),
    LossRow(
        "authors[].roles[]*", "role without words", "contrib", TO_CUSTOM_META, when="neither words nor term are given"
    ),
    *vocabulary_rows("authors[].roles[]", "role"),
    LossRow("authors[].roles[].authority", "@assigning-authority", "role", TO_CUSTOM_META),
    LossRow("authors[].collaboration.symbol", "@symbol", "collab", TO_CUSTOM_META),
    LossRow("authors[].collaboration.symbol", "@symbol", "collab-wrap", TO_CUSTOM_META),
    LossRow("authors[].on_behalf_of*", "on-behalf-of", "contrib", when="Authoring, and it is not the first"),
    LossRow("authors[].biography[]*", "bio", "contrib", when="Authoring, and it is not the first"),
    *part_rows("authors[].biography[]", "bio"),
    LossRow("authors[].comment[]*", "author-comment", "contrib", when="Authoring, and it is not the first"),
    LossRow("authors[].affiliations[]", "aff", "article-meta", when="it is empty, or Authoring and nobody's"),
    LossRow("authors[].affiliations[].id", "@id", "aff", "as", when="it is not an XML name, or is taken"),
    LossRow("authors[].affiliations[].label", "label", "aff"),
    *_place("authors[].affiliations[]", "aff"),
    *_place("authors[].address[]", "address"),
    LossRow(
        "authors[].address[].type",
        "address without parts",
        "contrib",
        TO_CUSTOM_META,
        when="JATS 1.0, and it has only ids",
    ),
    LossRow("authors[].address[]*", "address", "contrib", when="Authoring, and it has no country"),
    LossRow("authors[].address[]*", "institution", "address", when="Authoring, and it is not the first"),
    LossRow("authors[].phone[]", "address", "contrib", when="Authoring, and there is no address with a country"),
    LossRow("authors[].fax[]", "address", "contrib", when="Authoring, and there is no address with a country"),
    LossRow("correspondence", "author-notes", "article-meta"),
    LossRow("correspondence[].id", "@id", "corresp", "as", when="it is not an XML name, or is taken"),
    LossRow("notes", "author-notes", "article-meta"),
    LossRow("notes[].id", "@id", "fn", "as", when="it is not an XML name, or is taken"),
    LossRow("conflict_of_interest", "author-notes", "article-meta"),
    LossRow("conflict_of_interest[].id", "@id", "fn", "as", when="it is not an XML name, or is taken"),
    LossRow("notes_heading", "author-notes", "article-meta"),
    LossRow("notes_heading", "title without notes", "author-notes", when="there are no notes"),
    *part_rows("journal.notes[]", "notes"),
    LossRow("contributor_groups[].id", "@id", "contrib-group", "as", when="it is not an XML name, or is taken"),
    LossRow("contributor_groups[]*", "contrib-group beside another", "article-meta", TO_CUSTOM_META, when="Authoring"),
    LossRow("authors[].id", "@id", "contrib", "as", when="it is not an XML name, or is taken"),
    LossRow("authors[].correspondence[]", "author-notes", "article-meta"),
    LossRow("authors[].correspondence[].id", "@id", "corresp", "as", when="it is not an XML name, or is taken"),
    LossRow("authors[].notes[]", "author-notes", "article-meta"),
    LossRow("authors[].notes[].id", "@id", "fn", "as", when="it is not an XML name, or is taken"),
)
"""What the fields of people may lose; contributors and members of groups are as authors."""
