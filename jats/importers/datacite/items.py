"""Values of DataCite's metadata, wherever XML and JSON write them: as text and attributes, or as fields."""

from __future__ import annotations

from jats.draft import Text
from jats.importers.exports.branches import Branch


def items(around: Branch, container: str, name: str) -> list[Branch]:
    """The items of a list: elements inside the container in XML, the container's own items in JSON."""
    containers = around.all(container)
    inside = [each for branch in containers for each in branch.below if each.name == name]
    in_json = [each for each in containers if each.element is None]
    return in_json or inside


def value_of(branch: Branch, name: str) -> Branch | None:
    """The branch with an item's value: itself in XML, or its field in JSON; None if it has none."""
    return branch if branch.words else branch.one(name)


def said(branch: Branch, name: str) -> str:
    """What an attribute in XML, or a field in JSON, says of an item; it is not taken."""
    return branch.says(f"@{name}", name)


def said_text(branch: Branch, *names: str) -> Text | None:
    """What an attribute or a field says of an item; it counts as taken."""
    return branch.take(*(path for name in names for path in (f"@{name}", name)))
