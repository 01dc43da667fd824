"""Which program's format a text is in, by its content."""

from __future__ import annotations

import re

_HEAD = 20_000
_RIS = re.compile(r"^[ \t]{0,3}TY {0,2}-[ \t]*\S", re.MULTILINE)
_NBIB = re.compile(r"^PMID *-[ \t]*\d+", re.MULTILINE)
_BIBTEX = re.compile(r"^[ \t]*@[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_FIELD = re.compile(r"^[ \t,]*[A-Za-z][\w-]*[ \t]*=[ \t]*[{\"\w]|,\s*[A-Za-z][\w-]*\s*=\s*[{\"\w]", re.MULTILINE)
_CSL = re.compile(r'"type"\s*:\s*"[a-z_-]*"')
_CSL_FIELD = re.compile(
    r'"(?:container-title|issued|DOI|URL|author|ISBN|collection-title)"\s*:\s*(?:"|\{\s*"(?:date-parts|raw|literal|name)|\[\s*\{\s*"(?:family|given|literal|name))'
)
_OTHERS = re.compile(
    r'"(?:bibjson|schemaVersion|creators|message-type|reference-count|is-referenced-by-count|dc:title|@context|nbformat)"\s*:'
)
"""Fields of other formats in JSON: DOAJ, DataCite, Crossref, schema.org."""


def detect_bibtex(head: str) -> str | None:
    """Why a text is BibTeX; None if it is not."""
    found = _BIBTEX.search(head)
    if found is None or not (_FIELD.search(head, found.end()) or "@comment" in head.lower()):
        return None
    return f"it has an entry that begins with {found.group().strip()}"


def detect_ris(head: str) -> str | None:
    """Why a text is RIS; None if it is not."""
    found = _RIS.search(head)
    return f"it has a record that begins with {found.group().strip()[:3].strip()}  -" if found else None


def detect_nbib(head: str) -> str | None:
    """Why a text is in MEDLINE's format; None if it is not."""
    found = _NBIB.search(head)
    return f"it has a record that begins with {found.group().strip()}" if found else None


def detect_csl(head: str) -> str | None:
    """Why a text is CSL-JSON; None if it is not."""
    start = head.lstrip("\ufeff \t\r\n")[:1]
    if start not in ("[", "{") or _OTHERS.search(head):
        return None
    if _CSL.search(head) and (found := _CSL_FIELD.search(head)):
        return f"it is JSON with the field {found.group().split(':')[0].strip()} of CSL"
    return None


DETECTORS = {"nbib": detect_nbib, "ris": detect_ris, "bibtex": detect_bibtex, "csl-json": detect_csl}
"""Each format's detector by its name, in the order in which they are asked."""


def detect(text: str) -> str | None:
    """The name of the format of a text; None if it is in another format."""
    head = text[:_HEAD]
    return next((name for name, asks in DETECTORS.items() if asks(head)), None)
