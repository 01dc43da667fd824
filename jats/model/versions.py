"""Which version of the article it is: the version of record, an accepted manuscript, version 1.2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator

from jats.model.base import AlsoAs, Data, String, item_or_list, listed
from jats.model.dates import Date
from jats.model.vocabulary import Vocabulary


class ArticleVersion(Data):
    """One way to name the version of the article."""

    short_form = "VoR, AM, P … after NISO's Journal Article Versions, preprint, or a number"

    text: String
    """The version in words or as a number."""
    type: String | None = None
    """What kind of name it is: the stage's short name (VoR), or number."""
    designator: String | None = None
    """The version's number, as a machine reads it: 1.2."""
    date: Date | None = None
    """The day on which that version was made."""
    url: String | None = None
    """Its address on the web."""
    vocabulary: Vocabulary | None = None
    """The vocabulary that the name comes from."""
    authority: String | None = None
    """Who gave the name."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """A stage of NISO's list with what identifies it there; that it is a preprint; else the words alone."""
        from jats.vocab.article_versions import IDENTIFIER, STATE, STATES, VOCABULARY, find_version

        found = find_version(text)
        if found is None:
            return {"text": text, **({"type": STATE} if text.lower() in STATES else {})}
        vocabulary = {"name": VOCABULARY, "identifier": IDENTIFIER, "term": found[1]}
        return {"text": text, "type": found[0], "vocabulary": vocabulary}


ArticleVersions = Annotated[tuple[ArticleVersion, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
