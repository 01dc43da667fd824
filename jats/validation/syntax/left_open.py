"""Comments, CDATA sections and processing instructions whose beginning or end is wrong: where that is, and what to write."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NEAR = 200
"""How far from its beginning the misspelt end of a comment, a section or an instruction is looked for, in characters."""


_WRONG_END = re.compile(r"--+\s*>|--!>|--\s+>")


@dataclass(frozen=True, slots=True)
class Words:
    """What to write, and the offset of the place that it is about, if that is another than the parser's."""

    said: str
    at: int | None = None


def comment(text: str) -> Words | None:
    """About the first comment that has no end, or two hyphens in it."""
    start = text.find("<!--")
    while start >= 0:
        hyphens = text.find("--", start + 4)
        if hyphens < 0 or text[hyphens - 2 : hyphens] == "<!":
            return Words(_unclosed(text[start + 4 : start + 4 + _NEAR]), start)
        if text[hyphens + 2 : hyphens + 3] != ">":
            return _hyphens(text, start, hyphens)
        start = text.find("<!--", hyphens)
    return None


def _unclosed(inside: str) -> str:
    wrong = re.match(r"[^<>]*?(-?>)", inside)
    return "the comment is not closed: write --> " + (f"for {wrong[1]}" if wrong else "at its end")


def _hyphens(text: str, start: int, at: int) -> Words:
    """About two hyphens in a comment: at its end, as `-- >`, or within."""
    end = _WRONG_END.match(text, at)
    if end:
        return Words(f"write --> for {end[0]}, the end of the comment", start)
    closed, following = text.find("-->", at), text.find("<!--", at)
    if closed < 0 or 0 <= following < closed:
        return Words("the comment is not closed: write --> at its end, and nowhere in it two hyphens", start)
    said = "two hyphens are not allowed inside a comment: write one hyphen, or a dash (–), in their place"
    return Words(said, at)


def cdata(text: str) -> Words:
    """About a CDATA section without its end."""
    start = next((found.start() for found in re.finditer(r"<!\[CDATA\[", text) if "]]>" not in text[found.end() :]), -1)
    if start < 0:
        return Words("the <![CDATA[ section is not closed: write ]]> at its end")
    end = re.search(r"(?<!\])\]\s?>|\]\]\s+>|\]\](?!>)", text[start + 9 : start + 9 + _NEAR])
    wrong = f" for {end[0]}" if end else " at its end"
    return Words(f"the <![CDATA[ section is not closed: write ]]>{wrong}", start)


def instruction(text: str) -> Words:
    """About the first processing instruction without its end."""
    start = next((found.start() for found in re.finditer(r"<\?", text) if "?>" not in text[found.end() :]), None)
    if start is None:
        start = next((each.start() for each in re.finditer(r"<\?(?:(?!\?>).)*<", text, re.DOTALL)), None)
    closed = re.match(r"<\?[^<>?]*>", text[start:]) if start is not None else None
    return Words(
        f"the processing instruction is not closed: write ?>{' for its >' if closed else ' at its end'}", start
    )


def stray_end(before: str) -> Words | None:
    """About a `]]>` in a text: the beginning of its section may be misspelt."""
    found = re.search(r"<?!?\[C\w{2,5}\[", before, re.IGNORECASE)
    return Words(f"write <![CDATA[ for {found[0]}") if found else None
