"""Several ids, addresses, affiliations or roles in one text."""

from __future__ import annotations

import re
from collections.abc import Collection

from jats.messages.words import quoted
from jats.parsers.outcome import Certainty, Outcome

_IDS = re.compile(r"\s*[,;،؛，；、/|]\s*|\s+(?:and|&|та|y|und|et|e)\s+|\s+")
_EMAILS = re.compile(r"\s*[,;،؛，；、|]\s*|\s+(?:and|&|та|or|y|und|et|e)\s+|\s+")
_EMAIL = re.compile(r"[^\s@<>(),;]{1,64}@[^\s@<>(),;]{1,253}")
_MAIL_LABEL = re.compile(
    r"^(?:e-?mail|mailto|correo|courriel|ел\. ?пошта|эл\. ?почта|e-?posta)(?:\s?[:：]\s?|\s+)|^mailto:", re.IGNORECASE
)
_AT_SPELT = re.compile(r"\s?[\[({]\s?(?:at|@|ät|арроба|собака)\s?[\])}]\s?", re.IGNORECASE)
_DOT_SPELT = re.compile(r"\s?[\[({]\s?(?:dot|\.|punkt|punto|ponto)\s?[\])}]\s?", re.IGNORECASE)
_STRONG = re.compile(r"(?<!\s)\s*[;；؛|]\s*|(?<!\s)\s*\n\s*")
_NUMBERED = re.compile(
    r"^(?:\(?(\d{1,2})[.):\]]?\s*(?=[^\W\d_])|\[(\d{1,2})\]\s*|([¹²³⁴⁵⁶⁷⁸⁹])\s*|([a-h])[.)]\s+|([*†‡§])\s*)"
)
_RAISED = dict(zip("¹²³⁴⁵⁶⁷⁸⁹", "123456789", strict=True))


def read_ids(text: str, known: Collection[str]) -> Outcome[tuple[str, ...]]:
    """The ids that a text lists, if all its parts are ids that are known; else no reading."""
    parts = [part for part in _IDS.split(text.strip()) if part]
    if parts and all(part in known for part in parts):
        return Outcome(tuple(parts))
    return Outcome(None)


def read_emails(text: str) -> Outcome[tuple[str, ...]]:
    """The e-mail addresses of a text, without label and angle brackets."""
    written = _MAIL_LABEL.sub("", text.strip())
    bare = _DOT_SPELT.sub(".", _AT_SPELT.sub("@", written))
    parts = [part.strip("<>()[]. ") for part in _EMAILS.split(bare) if part]
    parts = [_MAIL_LABEL.sub("", part) for part in parts]
    if not parts or not all(_EMAIL.fullmatch(part) for part in parts):
        return Outcome(None)
    if bare != written:
        note = f"{quoted(text)} is read as {quoted(', '.join(parts))}"
        return Outcome(tuple(parts), Certainty.LIKELY, (note,), ", ".join(parts))
    plain = len(parts) == 1 and parts[0] != text.strip()
    return Outcome(tuple(parts), notes=(f"{quoted(text)} is read as {quoted(parts[0])}",) if plain else ())


def read_affiliations(text: str) -> Outcome[tuple[tuple[str | None, str], ...]]:
    """The affiliations of a text, each with its number if it has one; semicolons and lines part them."""
    parts = [part for part in _STRONG.split(text.strip()) if part.strip(" .,")]
    found = [_with_number(part.strip()) for part in parts]
    if len(found) < 2:
        return Outcome(tuple(found))
    note = f"{len(found)} affiliations are read"
    return Outcome(tuple(found), notes=(note,))


def _with_number(part: str) -> tuple[str | None, str]:
    number = _NUMBERED.match(part)
    if number is None:
        return None, part
    label = next(group for group in number.groups() if group)
    return _RAISED.get(label, label), part[number.end() :]


def read_lines(text: str) -> Outcome[tuple[str, ...]]:
    """The parts of a text between semicolons or line ends."""
    parts = tuple(part for part in _STRONG.split(text.strip()) if part)
    return Outcome(parts, Certainty.CERTAIN)
