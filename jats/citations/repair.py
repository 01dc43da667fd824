"""Labels that contradict the form of the whole reference are put right before they become fields."""

from __future__ import annotations

from collections.abc import Sequence

from jats.citations.name_repair import repair_names
from jats.citations.number_repair import leave_out_links, repair_numbers
from jats.citations.title_repair import part_title_and_source
from jats.citations.tokens import Tokens

_TITLES = frozenset(("title", "source"))
_IN = frozenset(("in", "em", "en", "dans", "у", "в"))


def repaired(tokens: Tokens, labels: Sequence[str]) -> list[str]:
    """The labels with the title and the work that holds it separated, if `//` or the end of a sentence parts them."""
    found = list(labels)
    if not found:
        return found
    leave_out_links(tokens, found)
    repair_names(tokens, found)
    repair_numbers(tokens, found)
    if not _TITLES.isdisjoint(found):
        _part_at_slashes(tokens, found)
        _join_translations(tokens, found)
        _part_at_in(tokens, found)
        part_title_and_source(tokens, found)
    return found


def _part_at_slashes(tokens: Tokens, labels: list[str]) -> None:
    """`Title // Journal`, as GOST and DSTU 8302 have it: a title is before the signs, never a source."""
    if "//" not in tokens.text:
        return
    slashes = next((i for i in range(1, len(labels)) if tokens.gaps[i].strip(" ].").startswith("//")), None)
    if slashes is None or labels[slashes] not in _TITLES:
        return
    labels[:slashes] = ["title" if label == "source" else label for label in labels[:slashes]]
    last = slashes
    while last < len(labels) and labels[last] == "title":
        labels[last] = "source"
        last += 1


def _part_at_in(tokens: Tokens, labels: list[str]) -> None:
    """`Part. In: Names. Book`: what was read as a source before "In" is the title, if a source comes after it."""
    if "title" in labels:
        return
    for i in range(1, len(labels)):
        if labels[i] == "O" and tokens.words[i].lower() in _IN and labels[i - 1] == "source" and "source" in labels[i:]:
            labels[:i] = ["title" if label == "source" else label for label in labels[:i]]
            return


def _join_translations(tokens: Tokens, labels: list[str]) -> None:
    """A bracket after a title or source holds its translation, if most of it was read as a title or source."""
    if "[" not in tokens.text:
        return
    for i in range(1, len(labels)):
        if labels[i - 1] in _TITLES and tokens.gaps[i].endswith("["):
            end = next((k for k in range(i + 1, len(tokens.gaps)) if "]" in tokens.gaps[k]), i)
            inside = labels[i:end]
            if end - i > 1 and sum(label in _TITLES for label in inside) * 2 > len(inside):
                labels[i:end] = [labels[i - 1]] * (end - i)
