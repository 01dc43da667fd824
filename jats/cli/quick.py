"""A fast path for simple `jats validate` command lines: importing typer takes longer than validating a file.

Everything else (help, a wrong option, several processes) goes to typer. A test checks that both paths give the same bytes and
exit codes.
"""

from __future__ import annotations

from collections.abc import Sequence

from jats.cli.streams import guarded
from jats.findings import Severity
from jats.options import Options
from jats.reports.formats import FORMATS

VALUES = {"--format": tuple(FORMATS), "--fail-on": ("error", "warning"), "--schema": None}
SWITCHES = {"--quiet": "--quiet", "-q": "--quiet", "--allow-unknown-schema": "--allow-unknown-schema"}


def run_quick(arguments: Sequence[str]) -> int | None:
    """The exit code of a simple `validate` command line; None, with nothing done, for any other."""
    plain = _read(arguments[1:]) if arguments[:1] == ["validate"] else None
    if plain is None or not plain[0]:
        return None
    names, given = plain
    options = Options(
        schema=given.get("--schema"),
        fail_on=Severity[given.get("--fail-on", "error").upper()],
        allow_unknown_schema="--allow-unknown-schema" in given,
    )

    def command() -> int:
        from jats.cli.run_validate import validate_files

        return validate_files(names, options, given.get("--format", "text"), "--quiet" in given)

    return guarded(command)


def _read(arguments: Sequence[str]) -> tuple[list[str], dict[str, str]] | None:
    names: list[str] = []
    given: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        option, equals, value = argument.partition("=")
        if not argument.startswith("-"):
            names.append(argument)
        elif argument in SWITCHES:
            given[SWITCHES[argument]] = ""
        elif option in VALUES:
            value = value if equals else next(rest, "-")
            allowed = VALUES[option]
            if value.startswith("-") or (allowed is not None and value not in allowed):
                return None
            given[option] = value
        else:
            return None
    return names, given
