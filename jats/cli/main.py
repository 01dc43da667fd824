"""The command line: a table of commands, each imported only when it is called (or listed by --help)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from jats.cli.streams import FAILED, failed, guarded
from jats.messages.words import all_of, any_of, did_you_mean, nearest, quoted

_NOT_A_CHOICE = re.compile(r"'([^']*)' is not one of (.*)", re.DOTALL)

COMMANDS = {
    "init": "jats.cli.init:init",
    "import": "jats.cli.import_:import_inputs",
    "build": "jats.cli.build:build",
    "validate": "jats.cli.validate:validate",
    "check": "jats.cli.check:check",
    "refs": "jats.cli.refs:refs",
    "train-refs": "jats.cli.train_refs:train_refs",
    "schema": "jats.cli.schema:schema",
    "rules": "jats.cli.rules:rules",
    "explain": "jats.cli.explain:explain",
}
"""Each command's function, in the order of the help; a new command needs one row here and one file in this package."""


class Commands(TyperGroup):
    """The table above as a typer group."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer names it
        """The names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """One command, imported now; None for a name that is not in the table."""
        return load(cmd_name) if cmd_name in COMMANDS else None


def load(name: str) -> Any:
    """The command of that name as typer made it from its function."""
    module, function = COMMANDS[name].split(":")
    single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    single.command(name)(getattr(import_module(module), function))
    return typer.main.get_command(single)


app = typer.Typer(
    cls=Commands,
    name="jats",
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"jats {version('jats-export')}")
        raise typer.Exit


@app.callback()
def jats(
    version: bool = typer.Option(False, "--version", callback=_show_version, is_eager=True, help="Print the version."),
) -> None:
    """Build JATS XML from article data, and check any JATS file."""


def run(arguments: Sequence[str]) -> int:
    """The exit code of one command line; an error is one line on standard error."""
    if arguments and not arguments[0].startswith("-") and arguments[0] not in COMMANDS:
        close = did_you_mean(nearest(arguments[0], COMMANDS, 2, 0.5)) or f"; commands are {all_of(COMMANDS)}"
        return failed(f"there is no command {quoted(arguments[0])}{close}")
    return guarded(lambda: _invoke(list(arguments)))


def _invoke(arguments: list[str]) -> int:
    command = typer.main.get_command(app)
    try:
        code = command.main(arguments, prog_name="jats", standalone_mode=False)
    except typer.Exit as done:
        return done.exit_code
    except typer.Abort as stopped:
        raise KeyboardInterrupt from stopped
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):  # click ends with 1, which says that there are findings
            raise ended.__context__ from None
        raise
    except Exception as error:
        if not hasattr(error, "show"):  # typer carries its own copy of click or uses the library, by its version
            raise
        if (choice := _NOT_A_CHOICE.search(str(getattr(error, "message", "")))) is not None:
            return failed(_about_choice(choice[1], re.findall(r"'([^']+)'", choice[2])))
        error.show()
        return FAILED
    return int(code or 0)


def _about_choice(given: str, allowed: list[str]) -> str:
    """The message about a value that an option does not have."""
    close = did_you_mean(nearest(given, allowed, 2, 0.5))
    return f"{quoted(given)} is not a value of this option{close or f'; values are {any_of(allowed, 12)}'}"
