"""The namespaces of JATS by the prefixes that its DTDs fix (JATS Tag Library, "Namespaces")."""

from __future__ import annotations

NAMESPACES = {
    "xlink": "http://www.w3.org/1999/xlink",
    "mml": "http://www.w3.org/1998/Math/MathML",
    "ali": "http://www.niso.org/schemas/ali/1.0/",
    "oasis": "http://www.niso.org/standards/z39-96/ns/oasis-exchange/table",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
"""Prefix → namespace address. Documents that are written declare them in this order."""

PREFIXES = {address: prefix for prefix, address in NAMESPACES.items()}
"""Namespace address → prefix."""


def expanded(name: str) -> str:
    """`mml:math` as lxml writes it, `{http://…}math`; a name without prefix, or in that form already, stays."""
    if name.startswith("{"):
        return name
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name
