"""What variants can't hold of people, affiliations and notes: rows of the table of losses (jats/elements/profiles.py)."""

from __future__ import annotations

from collections.abc import Iterator

from jats.elements.back_rows import part_rows
from jats.elements.build import SET_ASIDE
from jats.elements.rows import Row, vocabulary_rows


def _place(field: str, tag: str) -> Iterator[Row]:
    """What versions lack for institutions and departments."""
    for holder in (field, f"{field}.departments[]"):
        yield Row(f"{holder}.ids.*", "institution-wrap", tag, SET_ASIDE)
        yield Row(f"{holder}.ror", "institution-wrap", tag, SET_ASIDE)
        for attribute in ("@assigning-authority", "@vocab", "@vocab-identifier"):
            yield Row(f"{holder}.ids.*", attribute, "institution-id", SET_ASIDE)


PEOPLE_ROWS = (
    Row("authors[].orcid_authenticated", "@authenticated", "contrib-id"),
    Row("authors[].ids.*", "@assigning-authority", "contrib-id", SET_ASIDE),
    Row("authors[].members", "contrib-group", "collab"),
    Row("authors[].roles[]", "role", "contrib", when="Authoring before 1.2, and it is not the first"),
    Row("authors[].roles[]*", "role without words", "contrib", SET_ASIDE, when="neither words nor term are given"),
    *vocabulary_rows("authors[].roles[]", "role"),
    Row("authors[].roles[].authority", "@assigning-authority", "role", SET_ASIDE),
    Row("authors[].collaboration.symbol", "@symbol", "collab", SET_ASIDE),
    Row("authors[].collaboration.symbol", "@symbol", "collab-wrap", SET_ASIDE),
    Row("authors[].on_behalf_of*", "on-behalf-of", "contrib", when="Authoring, and it is not the first"),
    Row("authors[].biography[]*", "bio", "contrib", when="Authoring, and it is not the first"),
    *part_rows("authors[].biography[]", "bio"),
    Row("authors[].comment[]*", "author-comment", "contrib", when="Authoring, and it is not the first"),
    Row("authors[].affiliations[]", "aff", "article-meta", when="it is empty, or Authoring and nobody's"),
    Row("authors[].affiliations[].id", "@id", "aff", "as", when="it is no XML name, or taken"),
    Row("authors[].affiliations[].label", "label", "aff"),
    *_place("authors[].affiliations[]", "aff"),
    *_place("authors[].address[]", "address"),
    Row(
        "authors[].address[].type", "address without parts", "contrib", SET_ASIDE, when="JATS 1.0, and it has only ids"
    ),
    Row("authors[].address[]*", "address", "contrib", when="Authoring, and it has no country"),
    Row("authors[].address[]*", "institution", "address", when="Authoring, and it is not the first"),
    Row("authors[].phone[]", "address", "contrib", when="Authoring, and there is no address with a country"),
    Row("authors[].fax[]", "address", "contrib", when="Authoring, and there is no address with a country"),
    Row("correspondence", "author-notes", "article-meta"),
    Row("correspondence[].id", "@id", "corresp", "as", when="it is no XML name, or taken"),
    Row("notes", "author-notes", "article-meta"),
    Row("notes[].id", "@id", "fn", "as", when="it is no XML name, or taken"),
    Row("conflict_of_interest", "author-notes", "article-meta"),
    Row("conflict_of_interest[].id", "@id", "fn", "as", when="it is no XML name, or taken"),
    Row("notes_heading", "author-notes", "article-meta"),
    Row("notes_heading", "title without notes", "author-notes", when="there are no notes"),
    *part_rows("journal.notes[]", "notes"),
    Row("contributor_groups[].id", "@id", "contrib-group", "as", when="it is no XML name, or taken"),
    Row("contributor_groups[]*", "contrib-group beside another", "article-meta", SET_ASIDE, when="Authoring"),
    Row("authors[].id", "@id", "contrib", "as", when="it is no XML name, or taken"),
    Row("authors[].correspondence[]", "author-notes", "article-meta"),
    Row("authors[].correspondence[].id", "@id", "corresp", "as", when="it is no XML name, or taken"),
    Row("authors[].notes[]", "author-notes", "article-meta"),
    Row("authors[].notes[].id", "@id", "fn", "as", when="it is no XML name, or taken"),
)
"""What the fields of people may lose; contributors and members of groups are as authors."""
