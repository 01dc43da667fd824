"""How deep an article file may go, the same in every notation."""

from __future__ import annotations

from jats.draft import DEEPEST

TOO_DEEP = f"the file has more than {DEEPEST} levels inside one another: no article needs them"


class TooDeepError(Exception):
    """Raised to leave a file of too many levels."""
