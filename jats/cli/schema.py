"""`jats schema NAME`: the schemas of JATS, and those of this tool's own files."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from jats.errors import InputError
from jats.schema.catalog import dtd_bytes, names, variant

FILES = ("article", "journal", "issue")
JSON_SCHEMAS = {name: ("jats.model.json_schema", "json_schema_text", name) for name in FILES} | {
    "results": ("jats.reports.json", "results_schema"),
}
"""JSON Schemas by name: the module and name of a function that returns the schema's text, and its argument."""


class Form(StrEnum):
    """The schema language."""

    DTD = "dtd"
    XSD = "xsd"


def schema(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="A name from --list.", show_default=False)] = None,
    form: Annotated[Form, typer.Option("--as", help="The schema language.")] = Form.DTD,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="DIR", help="Write to this folder instead of standard output.")
    ] = None,
    show_list: Annotated[bool, typer.Option("--list", help="Print all names.")] = False,
) -> None:
    """Print a JATS schema as DTD or XSD, or the JSON Schema of a file that this tool reads or writes.

    Example: jats schema publishing-1.3-mathml3 --as xsd -o schemas
    """
    if show_list:
        typer.echo("\n".join([*JSON_SCHEMAS, *names()]))
    elif name is None:
        raise InputError("name a schema: jats schema --list prints all names")
    elif name in JSON_SCHEMAS:
        _give(f"{name}.schema.json", _json_schema(name), out)
    elif form is Form.DTD:
        _give(f"{variant(name).name}.dtd", dtd_bytes(name), out)
    else:
        _write_xsd(name, out)


def _json_schema(name: str) -> bytes:
    module, function, *arguments = JSON_SCHEMAS[name]
    give: Callable[..., str] = getattr(import_module(module), function)
    return give(*arguments).encode("utf-8")


def _give(file_name: str, data: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(data)
        return
    _folder(out)
    (out / file_name).write_bytes(data)
    typer.echo(str(out / file_name))


def _write_xsd(name: str, out: Path | None) -> None:
    if out is None:
        raise InputError("an XSD has one file per namespace: name a folder for them with -o DIR")
    from jats.schema.xsd import write_xsd

    variant(name)
    _folder(out)
    for path in write_xsd(name, out):
        typer.echo(str(path))


def _folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot write to {out}: {error.strerror}") from error
