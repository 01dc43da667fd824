"""Decorators that make a function the message of a code: it returns the text, and its docstring is the code's page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Concatenate, ParamSpec

from jats.draft import Path, show_path
from jats.findings import Finding, Place, Severity
from jats.messages.explanations import Explanation, parse_explanation
from jats.messages.words import clipped

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Message:
    """A message with its code and severity, not yet at a place."""

    code: str
    severity: Severity
    text: str


_CODES: dict[Callable[..., Any], tuple[str, Severity]] = {}


def message_code(
    number: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[P, str]], Callable[P, Message]]:
    """Make a function's text a message of that code."""

    def decorate(function: Callable[P, str]) -> Callable[P, Message]:
        def message(*args: P.args, **kwargs: P.kwargs) -> Message:
            return Message(number, severity, clipped(function(*args, **kwargs)))

        message.__doc__ = function.__doc__
        _CODES[message] = (number, severity)
        return message

    return decorate


def finding_code(
    number: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[P, str]], Callable[Concatenate[Place, Path, P], Finding]]:
    """Make a function's text a finding of that code, at a place and path of an article file, which are its first arguments."""

    def decorate(function: Callable[P, str]) -> Callable[Concatenate[Place, Path, P], Finding]:
        def finding(place: Place, path: Path, /, *args: P.args, **kwargs: P.kwargs) -> Finding:
            text = clipped(function(*args, **kwargs))
            return Finding(number, severity, text, place, show_path(path) or None, source="article file")

        finding.__doc__ = function.__doc__
        _CODES[finding] = (number, severity)
        return finding

    return decorate


def collect(modules: Iterable[ModuleType]) -> dict[str, tuple[Severity, Callable[..., Any]]]:
    """The functions with codes of these modules, by their codes; raises ValueError if a code is used twice."""
    codes: dict[str, tuple[Severity, Callable[..., Any]]] = {}
    for module in modules:
        for value in vars(module).values():
            if callable(value) and value in _CODES:
                number, severity = _CODES[value]
                if number in codes:
                    raise ValueError(f"the code {number} is used twice")
                codes[number] = (severity, value)
    return dict(sorted(codes.items()))


def explanations(codes: dict[str, tuple[Severity, Callable[..., Any]]]) -> dict[str, Explanation]:
    """The page of each code, from the docstring of its function."""
    return {
        number: parse_explanation(number, severity.word, function.__doc__ or "")
        for number, (severity, function) in codes.items()
    }
