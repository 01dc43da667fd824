"""How a function becomes a message with a code: its text is what is said, its docstring is the code's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

from jats.findings import Severity
from jats.messages.words import Message

P = ParamSpec("P")
CODES: dict[str, tuple[Severity, Callable[..., Message]]] = {}


def code(number: str, severity: Severity = Severity.ERROR) -> Callable[[Callable[P, str]], Callable[P, Message]]:
    """Make a function's text a message of that code, and its docstring the code's page."""

    def wrap(function: Callable[P, str]) -> Callable[P, Message]:
        def say(*args: P.args, **kwargs: P.kwargs) -> Message:
            return Message(number, severity, function(*args, **kwargs))

        say.__doc__ = function.__doc__
        CODES[number] = (severity, say)
        return say

    return wrap
