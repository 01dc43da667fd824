"""What to write for a namespace's prefix that is not the one that the DTD fixes."""

from __future__ import annotations


def with_prefix(name: str, right: str) -> str:
    """The change for `<m:math>`, for `<math>` with a default namespace, for an attribute `xl:href`, or for `xmlns:m` itself."""
    (own, _, local), (prefix, _, known) = name.strip("<>").rpartition(":"), right.strip("<>").rpartition(":")
    if own == "xmlns":
        return f"write {right} for it, and {known}: for {local}: wherever it is"
    if own:
        return f"write {prefix}: for {own}: here and wherever it is, and xmlns:{prefix} for xmlns:{own}"
    return f"write {prefix}: before the names of {name} and of all elements in it, and xmlns:{prefix} for xmlns"
