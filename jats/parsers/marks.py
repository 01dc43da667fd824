"""What is printed beside a name and is not part of it: ORCID iDs, e-mail addresses, footnote marks, roles in brackets, tags."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from jats.messages.words import quoted
from jats.parsers.outcome import Certainty
from jats.parsers.words import key, words

_ORCID = re.compile(
    r"[\s,;:(\[{<]{0,4}(?:ORCID(?:\s?iD)?\s?[:：]?\s?)?(?:https?://)?(?:www\.)?(?:orcid\.org/)?"
    r"(?<!\d)(\d{4}[-–]?\d{4}[-–]?\d{4}[-–]?\d{3}[\dXxХх])(?!\d)[\s)\]}>]{0,3}",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"[\s,;(\[<]{0,4}(?:e-?mail\s?:?\s?|✉\s?)?(?<![\w.+-])([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})[\s)\]>]{0,3}",
    re.IGNORECASE,
)
SUPERSCRIPT_TAG = re.compile(r"\s?<sup\b[^<>]{0,80}>([^<>]{0,40})</sup>", re.IGNORECASE)
"""A mark raised by a tag; its first group is the mark."""
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_RAISED = re.compile(r"\^\{?([\w,*†‡§]{1,9})[}^]|\$\^\{?([\w,*†‡§ ]{1,9})\}?\$|\\textsuperscript\{([^{}]{1,20})\}")
_SIGNS = "*†‡§¶‖#∗⁎✉✝☨※◊△○●"
_RAISED_LETTERS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ONE = rf"(?:[\d{_RAISED_DIGITS}]{{1,2}}\)?|[{_SIGNS}]{{1,3}}|[{_RAISED_LETTERS}])"
TRAILING = re.compile(
    rf"(?<=[^\W\d_.])(?:\.(?=[0-9{_RAISED_DIGITS}{_SIGNS}]))?[\s,]{{0,2}}{_ONE}(?>[\s,;]{{0,2}}(?:{_ONE}|[a-h](?!\w)))*$|(?<=\.)\s?{_ONE}(?>[\s,;]{{0,2}}(?:{_ONE}|[a-h](?!\w)))*$"
)
_LETTERS = re.compile(r"(?<=[^\W\d_]{2})[ ,]{1,2}[a-h](?:,[a-h*†‡]){0,6}$")
_LEADING = re.compile(
    rf"^(?:[0-9]{{1,3}}[.)\s]\s?|\([0-9]{{1,3}}\)\s?|\[[0-9]{{1,3}}\]\s?|[{_RAISED_DIGITS}{_SIGNS}•◦▪‣·–—-]{{1,3}}\s?|[0-9]{{1,2}}(?=[^\W\d_]))"
)
_BRACKETS = re.compile(r"\s?[(\[（]([^()\[\]（）]{1,80})[)\]）][.,]?$")
MARKED_IN_LINE = re.compile(
    rf"(?<=[^\W\d_.])(?>{_ONE})(?>,\s?{_ONE}|{_ONE}|,[a-h](?![^\W_]))*(?=\s*(?:[,;]|$|&)|\s+[^\W\d_])"
)
"""Marks glued to a name inside a line of people: `Roe J1,2, Doe K3`."""


@dataclass(slots=True)
class Extras:
    """What was found beside a name, and the phrases that say so."""

    orcid: str | None = None
    email: str | None = None
    role: str | None = None
    role_kind: str | None = None
    degrees: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)
    certainty: Certainty = Certainty.CERTAIN

    def drop(self, phrase: str) -> None:
        """Remember that something typed is lost."""
        self.notes.append(phrase)
        self.certainty = max(self.certainty, Certainty.LIKELY)


def take_apart(text: str) -> tuple[str, Extras]:
    """The bare name, and what was printed beside it."""
    extras = Extras()
    rest = text
    if "<" in rest or "&" in rest or "^" in rest or "\\" in rest or "$" in rest:
        rest = _without_markup(rest, extras)
    if "@" in rest or any(character.isdigit() for character in rest):
        rest = _without_addresses(rest, extras)
    rest = _without_leading(rest, extras)
    rest = _without_brackets(rest, extras)
    rest = _without_trailing(rest, extras)
    return rest.strip(), extras


def _without_markup(text: str, extras: Extras) -> str:
    text = SUPERSCRIPT_TAG.sub(lambda found: _lost_mark(found[1], extras), text)
    text = _RAISED.sub(lambda found: _lost_mark(found[1] or found[2] or found[3], extras), text)
    bare = _TAG.sub("", text) if "@" not in text else text
    if bare != text:
        extras.notes.append("tags are removed")
    decoded = unescape(bare) if "&" in bare else bare
    if decoded != bare:
        extras.notes.append("HTML entities are decoded")
    return decoded.replace("\xa0", " ")


def _lost_mark(mark: str, extras: Extras) -> str:
    extras.drop(f"the mark {quoted(mark)} is dropped")
    return ""


def _without_addresses(text: str, extras: Extras) -> str:
    if found := _ORCID.search(text):
        digits = re.sub(r"[-–]", "", found[1]).upper().replace("Х", "X")
        extras.orcid = "-".join(digits[start : start + 4] for start in range(0, 16, 4))
        extras.notes.append("the ORCID iD is taken as orcid")
        text = (text[: found.start()] + " " + text[found.end() :]).strip()
    if found := _EMAIL.search(text):
        extras.email = found[1]
        extras.notes.append("the e-mail address is taken as email")
        text = (text[: found.start()] + " " + text[found.end() :]).strip()
    return text.strip(" ,;")


def _without_leading(text: str, extras: Extras) -> str:
    if (found := _LEADING.match(text)) and text[found.end() :].strip():
        extras.drop(f"the mark {quoted(found.group().strip())} is dropped")
        return text[found.end() :]
    return text


def _without_brackets(text: str, extras: Extras) -> str:
    while found := _BRACKETS.search(text):
        inside = found[1].strip()
        kind = role_kind(inside)
        if kind:
            extras.role, extras.role_kind = inside, kind
            extras.notes.append(f"{quoted(inside)} is taken as the role")
        elif key(inside).replace(" ", "") in words("people_degrees"):
            extras.degrees = (inside, *extras.degrees)
        else:
            extras.drop(f"{quoted(found.group().strip())} is dropped")
        text = text[: found.start()].rstrip()
        if not text:
            return inside
    return text


def role_kind(text: str) -> str | None:
    """`editors` or `translators` if the words are such a role."""
    plain = key(text)
    for kind in ("editors", "translators"):
        if plain in words("people_roles", kind):
            return kind
    return None


def _without_trailing(text: str, extras: Extras) -> str:
    for form in (TRAILING, _LETTERS):
        if found := form.search(text[-40:]):
            start = len(text) - len(text[-40:]) + found.start()
            mark = text[start:]
            dot = "." if mark.startswith(".") else ""
            extras.drop(f"the mark {quoted(mark.strip(' ,.'))} is dropped")
            text = text[:start] + dot
    return text
