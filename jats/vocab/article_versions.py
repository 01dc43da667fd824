"""The stages of an article as NISO RP-8-2008 (Journal Article Versions) names them."""

from __future__ import annotations

VOCABULARY = "JAV"
IDENTIFIER = "http://www.niso.org/publications/rp/RP-8-2008.pdf"

STATE = "publication-state"
"""The kind of a version that says whether it was reviewed (PMC's tagging guidelines, <article-version>)."""

STATES = frozenset(["preprint"])

_TERMS = {
    "AO": "Author's Original",
    "SMUR": "Submitted Manuscript Under Review",
    "AM": "Accepted Manuscript",
    "P": "Proof",
    "VoR": "Version of Record",
    "CVoR": "Corrected Version of Record",
    "EVoR": "Enhanced Version of Record",
}
_KNOWN = {word.lower(): short for short, term in _TERMS.items() for word in (short, term)}


def find_version(text: str) -> tuple[str, str] | None:
    """Short name and term of the stage that a text names either way, `None` if it names none: `vor` → VoR."""
    short = _KNOWN.get(text.replace("’", "'").lower())
    return (short, _TERMS[short]) if short else None
