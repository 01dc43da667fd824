"""Whole numbers as texts give them."""

from __future__ import annotations

ENDLESS = 10**18
"""The value of any number of more than 18 digits: larger than whatever is counted, and cheap to compare."""


def whole_number(text: str) -> int | None:
    """The number that a text of decimal digits alone gives, in any script; `None` for other texts, such as `²` or `-1`.

    A number of more than 18 digits is read as `ENDLESS`: Python refuses to read one of more than 4,300.
    """
    if not text.isdecimal():
        return None
    return ENDLESS if len(text.lstrip("0")) > 18 else int(text.lstrip("0") or "0")
