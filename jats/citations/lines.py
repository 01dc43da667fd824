"""The lines of a page, and whether one goes on with the line before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

BULLET = re.compile(r"\s*(?:([•·▪▫●○◦‣⁃■□◆◇♦►▶➢➤→✓✔❖*–—»>-])\s+|([•●▪■◆])(?=\S))")
"""A sign before each item of a list."""
_FULL_LINE = 0.75
_NARROW = 140
"""Pages are narrower than this; a longer line was never broken."""
_ENDS = re.compile(r"(?:[.!?)\]»”>]|\d|/\S{4,}|https?://\S+)$")
_NEW = re.compile(
    r"""(?:[^\W\d_][\w'’ʼ-]*(?:[ ](?:[^\W\d_]{1,3}[.]|[A-ZА-ЯІЇЄҐ]{1,3}\b|et[ ]al)|[,،][ ]?[^\W\d_])   # Surname, A.  Surname A.
      | [^\W\d_][\w'’ʼ-]*(?:[ ][^\W\d_][\w'’ʼ-]+){1,2},[ ][^\W\d_][.]                                  # Two Surnames, A.
      | (?:[^\W\d_][.][ ]?){1,3}[^\W\d_]{2,}                                                          # A. Surname
      | [^\W\d_a-zа-яіїєґ]{2,}[ ,.]
      | [\u3400-\u9fff]{2,4}[.,，、．:：]                                                                # 王海. 王海,
      | [—–―_‒-]{2,}[ .,]                                                                             # the same author again
      | (?:19|20)\d\d[a-z]?[.]?[ ][^\W\d_]{2,}[ ,])""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its text, its number (from 1), its indent in columns, the bullet that it begins with."""

    text: str
    number: int
    indent: int
    bullet: str

    @property
    def is_whole(self) -> bool:
        """Whether it ends as a reference does and does not begin in the middle of one."""
        text = self.text.strip()
        return _ENDS.search(text) is not None and not text[:1].islower()

    def goes_on(self, before: Line, widest: int) -> bool:
        """Whether this line is the rest of the one before it: that one was full, or does not end as a reference does."""
        if widest > _NARROW:
            return False
        start = self.text.strip()
        ended = _ENDS.search(before.text.rstrip()) is not None
        full = len(before.text.rstrip()) >= _FULL_LINE * widest
        if start[:1].islower() or start[:1] in ",;:)&":
            return True
        if not ended:
            return full
        return full and _NEW.match(start) is None


def lines_of(text: str) -> list[Line]:
    """All lines, blank ones too; a tab counts as four columns."""
    found = []
    for number, raw in enumerate(re.split(r"\r\n|\r|\n|\u2028|\u2029|\f", text), 1):
        shown = raw.expandtabs(4).replace("\ufeff", "")
        bullet = BULLET.match(shown)
        indent = len(shown) - len(shown.lstrip())
        found.append(Line(shown, number, indent, (bullet[1] or bullet[2]) if bullet else ""))
    return found


_ADDRESS_BROKEN = re.compile(r"(?:https?://|www\.|\b10\.\d{4,9}/)\S*[/_=&?%.-]$|(?:https?:/?/?|doi\.org/?)$")
_RANGE_BROKEN = re.compile(r"\d[-–]$")
_WORD_BROKEN = re.compile(r"[^\W\d_][-‐]$")


def joined(lines: Sequence[str]) -> str:
    """Lines as one text: a blank for each line's end, none inside an address, a range of pages or a broken word."""
    whole = ""
    for line in lines:
        text = line.strip()
        if not text:
            continue
        tail = whole[-200:]
        inside = _ADDRESS_BROKEN.search(tail) and not text[0].isspace() and _goes_on_address(text)
        inside = inside or (_WORD_BROKEN.search(tail) and text[0].islower())
        inside = inside or (_RANGE_BROKEN.search(tail) and text[0].isdigit())
        whole += text if inside or not whole else f" {text}"
    return whole


def _goes_on_address(text: str) -> bool:
    """Whether a line begins with what an address may go on with, and no word or year."""
    first = text.split(maxsplit=1)[0]
    return not first.endswith(":") and (not first.isalpha() or first.islower()) and first[0] not in "([«“"
