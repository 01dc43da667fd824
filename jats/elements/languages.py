"""Where a language is said, and where it goes without saying."""

from __future__ import annotations


def foreign(language: str | None, own: str | None) -> str | None:
    """A language tag that differs from the article's own; what is in the article's language needs no tag."""
    if language is None or (own is not None and language.casefold() == own.casefold()):
        return None
    return str(language)
