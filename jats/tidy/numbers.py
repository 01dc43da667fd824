"""Numbers without the words that are printed before them: `No. 3` is issue 3; dashes between pages are of one kind."""

from __future__ import annotations

import re

from jats.draft import Map, Path, Text
from jats.findings import Note
from jats.input_codes import tidied
from jats.tidy.leaves import each_text

_LABELLED = re.compile(
    r"(?:№|Nº|N°|[Nn]os?\.?(?=[\s\d])|[Ii]ssue|[Nn]umber|[Vv]ol(?:ume)?\.?|[Тт]\.|[Тт]ом|[Вв]ип(?:уск)?\.?|[Вв]ып(?:уск)?\.?)\s*(\d[\w()/.-]*)"
)
_NUMBERS = frozenset(("volume", "issue", "number"))
_DASHES = re.compile(r"\s*[‐‑‒–—―−]\s*")


def tidy_numbers(draft: Map, note: Note, keep: frozenset[str] = frozenset()) -> None:
    """Take the word off volume and issue numbers, and write page ranges with a hyphen."""

    def visit(text: Text, path: Path, step: str | int) -> None:
        if step in _NUMBERS and "INP210" not in keep and not text.value[:1].isdigit():
            _unlabel(text, (*path, step), note)
        elif step == "pages" and "INP211" not in keep and not text.value.isascii():
            _one_dash(text, (*path, step), note)

    each_text(draft, (), visit)


def _unlabel(text: Text, path: Path, note: Note) -> None:
    if found := _LABELLED.fullmatch(text.value.strip()):
        note(tidied.number_without_label(text.place, path, text.value, found[1]))
        text.value = found[1]


def _one_dash(text: Text, path: Path, note: Note) -> None:
    changed = _DASHES.sub("-", text.value)
    if changed != text.value:
        note(tidied.page_range(text.place, path, text.value, changed))
        text.value = changed
