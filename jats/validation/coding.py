"""How a function becomes a message with a code: its text is what is said, its docstring is the code's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

from ..findings import Severity
from .wording import Said

P = ParamSpec("P")
CODES: dict[str, tuple[Severity, Callable[..., Said]]] = {}


def code(number: str, severity: Severity = Severity.ERROR) -> Callable[[Callable[P, str]], Callable[P, Said]]:
    """Make a function's text a message of that code, and its docstring the code's page."""

    def wrap(function: Callable[P, str]) -> Callable[P, Said]:
        def say(*args: P.args, **kwargs: P.kwargs) -> Said:
            return Said(number, severity, function(*args, **kwargs))

        say.__doc__ = function.__doc__
        CODES[number] = (severity, say)
        return say

    return wrap
