"""Custom metadata: values that have no element of their own."""

from __future__ import annotations

from jats.draft import show_path
from jats.elements.build import At, Element, element


def write_aside(at: At) -> Element | None:
    """`<custom-meta-group>` with the values that found no element of their own, named by their fields."""
    return element(
        "custom-meta-group",
        at,
        None,
        [
            element(
                "custom-meta",
                At(at.writing, path),
                None,
                element("meta-name", at, None, show_path(path)),
                element("meta-value", At(at.writing, path), None, value),
            )
            for path, value in at.writing.aside
        ],
    )
