"""Chooses the schema for a document: the one that the user named, else the one that the document declares, else the default."""

from __future__ import annotations

from jats.errors import SchemaError
from jats.schema import catalog
from jats.schema.choice import Choice, Remark
from jats.xmlio import ParsedXml


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
    """The choice of a schema that the user named; raises SchemaError if it does not exist."""
    if override in catalog.names():
        return Choice(override, "override", f"{override} was asked for", override)
    if not override.lower().endswith((".dtd", ".xsd", ".rng")):
        catalog.variant(override)  # raises, with the nearest names
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
