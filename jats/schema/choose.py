"""Which schema a document is judged by, and why: what the person named, else what the document declares, else the default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jats.errors import SchemaError
from jats.schema import catalog
from jats.xmlio import ParsedXml

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT = "publishing-1.3-mathml3"
"""What judges an article that declares nothing at all."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the declaration that its author should know; `kind` is "identifier" or "contradiction"."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The schema that was taken: a variant's `name` or a `file` that the person gave; both None when we have none.

    `basis` is what it rests on: "override", "public-id", "system-id", "schema-location", "dtd-version", "default", or
    "unknown"; `why` says the same as a sentence. `declared` is, in words, what the document declares.
    """

    name: str | None
    basis: str
    why: str
    declared: str
    file: Path | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def known(self) -> bool:
        """Whether there is a schema to judge by."""
        return self.name is not None or self.file is not None

    @property
    def schema(self) -> str | None:
        """The variant's name or the file's path, as reports show it."""
        return self.name or (str(self.file) if self.file else None)


def choose(parsed: ParsedXml, override: str | None = None) -> Choice:
    """The schema for a document; `override` is a variant's name or the path of a .dtd, .xsd or .rng file."""
    if override is not None:
        return overridden(override)
    public_id = " ".join((parsed.public_id or "").split())
    found = catalog.by_public_id(public_id)
    if found is None:
        from jats.schema.declared import choose_undeclared

        return choose_undeclared(parsed, public_id)
    remarks = _contradiction(found, parsed.system_id or "")
    why = f"its public identifier names {found.name}"
    return Choice(found.name, "public-id", why, f'the public identifier "{public_id}"', remarks=remarks)


def overridden(override: str) -> Choice:
    """The choice of a schema that a person named; raises SchemaError where there is none of that name."""
    if override in catalog.names():
        return Choice(override, "override", f"{override} was asked for", override)
    if not override.lower().endswith((".dtd", ".xsd", ".rng")):
        catalog.variant(override)  # raises, naming the nearest
    from pathlib import Path

    file = Path(override)
    if not file.is_file():
        raise SchemaError(f"there is no schema file {override}")
    return Choice(None, "override", f"{override} was asked for", override, file)


def _contradiction(found: catalog.Variant, system_id: str) -> tuple[Remark, ...]:
    other = catalog.by_system_id(system_id.replace("https:", "http:", 1))
    if other is None or other == found:
        return ()
    message = (
        f"the public identifier names {found.name}, the system identifier {other.name}; the public identifier counts"
    )
    return (Remark("contradiction", message),)
