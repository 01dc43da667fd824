"""LaTeX in running text that is neither formula nor emphasis: accents, letters, blanks, and commands that no text can hold."""

from __future__ import annotations

import re

from jats.vocab.normal_forms import composed

_ACCENTS = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "H": "\u030b", "u": "\u0306", "k": "\u0328", "r": "\u030a", "d": "\u0323", "b": "\u0331",
}  # fmt: skip
"""The commands of accents → the combining mark."""
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "ı",
    "textendash": "–", "textemdash": "—", "textdegree": "°", "textmu": "µ", "ldots": "…", "dots": "…", "textregistered": "®",
    "texttrademark": "™", "copyright": "©", "textquoteright": "’", "textquoteleft": "‘", "S": "§", "pounds": "£", "euro": "€",
}  # fmt: skip
_ACCENTED = re.compile(
    r"\{?\\(?:([\"'`^~=.])\s?(?:\{\s?(\\?[A-Za-z])\s?\}|(\\?[A-Za-z]))|([cvHukrdb])\{\s?(\\?[A-Za-z])\s?\})\}?"
)
_LETTER = re.compile(rf"\{{?\\({'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?:\{{\}}|(?![A-Za-z\\{{])\s?)\}}?")
_SPACE = re.compile(r"(?<=\w)\\[,;:](?=[\w%°])|(?<=\w)~(?=\\)")
_QUOTES = re.compile(r"``([^`'\n]{1,400})''")
COMMAND = re.compile(r"(?<!\\)\\([A-Za-z]{2,30})\*?(?:\[[^\[\]]{0,80}\]){0,2}\{[^{}]{0,200}\}")
"""A command with its argument, as `\\cite{roe2019}`."""


def read_latex(text: str) -> str:
    """The text with LaTeX's accents, letters and thin spaces as characters, and its quotation marks as such."""
    if "\\" not in text and "``" not in text:
        return text
    made = _ACCENTED.sub(_accented, text)
    if made != text or COMMAND.search(made):
        made = _LETTER.sub(lambda found: _LETTERS[found[1]], made)
    made = _SPACE.sub(" ", made)
    return _QUOTES.sub(r"“\1”", made)


def _accented(found: re.Match[str]) -> str:
    accent = found[1] or found[4]
    letter = (found[2] or found[3] or found[5]).lstrip("\\")
    made = composed(letter + _ACCENTS[accent])
    whole = found.group()
    open_brace = whole.startswith("{")
    closed = whole.endswith("}") and whole.count("}") > whole.count("{") - open_brace
    if len(made) > 1:
        return whole
    return made if open_brace == closed else ("{" if open_brace else "") + made + ("}" if closed else "")
