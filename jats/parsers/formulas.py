"""Formulas in a text: the ways to mark them that TeX has, as the notation's `$…$`; what is a currency, and what never closes."""

from __future__ import annotations

import re

from jats.messages.words import quoted
from jats.parsers.outcome import Certainty, Outcome

_DISPLAY = re.compile(
    r"(?<!\\)\$\$\s*([^$]{1,2000}?)\s*\$\$|\\\[\s*((?:[^\\$]|\\[^\]\[()])+?)\s*\\\]|\\\(\s*((?:[^\\$]|\\[^)(\[\]])+?)\s*\\\)"
)
_ENVIRONMENT = re.compile(r"\\begin\{(equation|align|displaymath|math)(\*?)\}\s*([^$]{1,3000}?)\s*\\end\{\1\2\}")
FORMULA = re.compile(r"(?<!\\)\$[^\s$](?:[^$]*[^\s$\\])?\$(?![0-9])")
_CURRENCY = re.compile(
    r"(?<=[A-Za-z])\$(?= ?[0-9])"
    r"|(?<=[0-9])\$(?=[/ ,.;)]|$)"
    r"|(?<![\w$\\])\$(?=[0-9][0-9.,]{0,12}(?:[/ ;)]|[kKmMbB]\b|$)(?![^$]{0,60}[\\^_={}][^$]{0,60}\$))"
)
"""Dollars before or after an amount of money: `US$100`, `10$/kg`, `$5 a day`."""

_NEVER_CLOSED = re.compile(r"(?<![\w$\\])\$(?=[a-zA-Z\\])(?!(?:US|AU|CA|NZ|HK|SG|NT|A|C)(?:D\b|\b))")


_ENDS = {"$$": "$$", "\\(": "\\)", "\\[": "\\]"}
_DISPLAY_NEVER_CLOSED = re.compile(r"(?<!\\)\$\$(?=\s?[a-zA-Z0-9\\(])|(?<!\\)\\[(\[](?=\s?[^\s)\]])")


def read_formulas(text: str) -> Outcome[str]:
    r"""The text with every formula between single dollars: `$$x$$`, `\(x\)` and `\[x\]` are rewritten, currencies escaped."""
    if "$" not in text and "\\" not in text:
        return Outcome(text)
    made = text
    notes: list[str] = []
    if "$$" in text or "\\(" in text or "\\[" in text or "\\begin{" in text:
        made = _ENVIRONMENT.sub(lambda found: f"${found[3].strip()}$", made)
        made = _DISPLAY.sub(_as_dollars, made)
    if made != text:
        notes.append("formulas are written between single dollars")
    made = _outside_money(made)
    rest = FORMULA.sub(" ", made)
    if found := _NEVER_CLOSED.search(rest):
        near = rest[found.start() : found.start() + 30]
        note = (
            f"the dollar at {quoted(near)} begins a formula that is never closed: write $ after it, or \\$ for the sign"
        )
        return Outcome(made, Certainty.LIKELY, (*notes, note))
    if found := _DISPLAY_NEVER_CLOSED.search(rest):
        sign, end = found.group(), _ENDS[found.group()]
        near = rest[found.start() : found.start() + 30]
        note = f"the sign {sign} at {quoted(near)} begins a formula that is never closed: write {end} after it"
        return Outcome(made, Certainty.LIKELY, (*notes, note))
    return Outcome(made, notes=tuple(notes))


def _as_dollars(found: re.Match[str]) -> str:
    content = next(part for part in found.groups() if part is not None).strip()
    return f"${content}$" if content else found.group()


def _outside_money(text: str) -> str:
    """Dollars of a currency as `\\$`, if they would be read as a formula's."""
    if text.count("$") < 2:
        return text
    return _CURRENCY.sub(lambda found: found.group() if _closes(text, found.start()) else "\\$", text)


def _closes(text: str, at: int) -> bool:
    """Whether the dollar at `at` ends a formula that looks like one: `$x_1$, and`."""
    for found in FORMULA.finditer(text):
        if found.start() <= at < found.end():
            inside = found.group()[1:-1]
            return (
                re.search(r"[\\^_={}<>+]", inside) is not None
                or re.fullmatch(r"[A-Za-z]|[A-Za-z0-9.,() -]{1,6}", inside) is not None
            )
    return False
