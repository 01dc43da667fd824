"""The lines of a page, and whether one goes on with the line before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BULLET = re.compile(r"\s*([•·▪▫●○◦‣⁃■□◆♦*–—-])\s+")
_FULL_LINE = 0.75
_NARROW = 140
"""Pages are narrower than this; a longer line was never broken."""
_ENDS = re.compile(r"(?:[.!?)\]»”>]|\d|/\S{4,}|https?://\S+)$")
_NEW = re.compile(
    r"""(?:[^\W\d_][\w'’ʼ-]*(?:[ ](?:[^\W\d_]{1,3}[.]|[A-ZА-ЯІЇЄҐ]{1,3}\b|et[ ]al)|,[ ]?[^\W\d_])   # Surname, A.  Surname A.
      | (?:[^\W\d_][.][ ]?){1,3}[^\W\d_]{2,}                                                          # A. Surname
      | [^\W\d_a-zа-яіїєґ]{2,}[ ,.])""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its text, its number (from 1), its indent in columns, the bullet that it begins with."""

    text: str
    number: int
    indent: int
    bullet: str

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
        bullet = _BULLET.match(shown)
        indent = len(shown) - len(shown.lstrip())
        found.append(Line(shown, number, indent, bullet[1] if bullet else ""))
    return found
