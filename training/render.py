"""A work printed in a style: the pattern of the style filled in, each field labelled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from training.names import people_pieces
from training.pieces import Piece, joined
from training.works import Work

_LABELS = {
    "t": "article_title", "tt": "article_title", "b": "source", "tb": "source", "bt": "source", "s": "source", "ts": "source",
    "tc": "conf_name", "conf": "conf_name", "cloc": "conf_loc", "cdate": "conf_date", "y": "year", "mon": "month", "v": "volume",
    "n": "issue", "sup": "supplement", "p1": "fpage",
    "elo": "fpage", "sz": "size", "pb": "publisher", "pl": "publisher_loc", "inst": "publisher",
    "org": "collab", "org2": "publisher", "orgp": "publisher",
    "doi": "doi", "doiurl": "url", "url": "url", "pmid": "pmid", "issn": "issn", "isbn": "isbn",
    "acc": "date_in_citation", "acc2": "date_in_citation", "deg": "degree", "num": "number", "med": "medium", "st": "status",
    "note": "lang", "etal": "etal", "ed": "edition", "std": "source", "series": "number",
}  # fmt: skip
_GROUPS = {
    "lat": ("en", "es", "pt", "tr", "de", "fr", "pl", "it"),
    "all": ("en", "es", "pt", "tr", "de", "fr", "pl", "it", "uk", "ru", "bg", "kk", "rom"),
}
_PART = re.compile(r"\{([^{}]+)\}|⟨([^⟨⟩]*)⟩|⟦([^⟦⟧]*)⟧")
_ORDINAL = re.compile(r"\d+(?:nd|rd|th|-ге|-е)?")
_EDITION_END = re.compile(r"[,.]?\s*$")


@dataclass(frozen=True, slots=True)
class Style:
    """One pattern: the language it is for, the kind of work, the text with its fields; whether other languages share it."""

    lang: str
    kind: str
    pattern: str
    shared: bool = False


@cache
def styles() -> tuple[Style, ...]:
    """All styles, those of a group once for each of its languages."""
    found = []
    for line in (Path(__file__).parent / "styles.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            langs, kind, pattern = (part.strip() for part in line.split("|", 2))
            for lang in langs.split(","):
                found += [Style(one, kind, pattern, lang in _GROUPS) for one in _GROUPS.get(lang, (lang,))]
    return tuple(found)


def printed(work: Work, style: Style, random: Random) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """The text of a work in a style and its labelled spans."""
    return joined(list(_pieces(style.pattern, work, style, random)))


def _pieces(pattern: str, work: Work, style: Style, random: Random) -> Iterator[Piece]:
    position = 0
    for part in _PART.finditer(pattern):
        if part.start() > position:
            yield pattern[position : part.start()], ""
        position = part.end()
        field, group, choice = part.groups()
        if field is not None:
            yield from _field(field, work, style, random)
        elif group is not None:
            if random.random() < 0.65 and has_fields(group, work):
                yield from _pieces(group, work, style, random)
        else:
            yield from _pieces(random.choice(choice.split("¦")), work, style, random)
    if position < len(pattern):
        yield pattern[position:], ""


def has_fields(pattern: str, work: Work) -> bool:
    """Whether the work has a value for every field of the pattern."""
    return all(_has(name, work) for name in re.findall(r"\{([^{}]+)\}", pattern))


def _has(name: str, work: Work) -> bool:
    kind, _, manner = name.partition(":")
    if manner and kind in ("a", "r"):
        return bool(work.authors)
    if manner and kind in ("e", "tr"):
        return bool(work.editors)
    return name in work.values


def _field(name: str, work: Work, style: Style, random: Random) -> Iterator[Piece]:
    kind, _, manner = name.partition(":")
    if kind in ("a", "e", "tr", "r") and manner:
        yield from _people(kind, manner, work, random)
    elif kind == "ed" or name in ("edg", "ed2"):
        yield from _edition(work.values[name])
    elif name == "p":
        yield from _pages(work.values["p"])
    elif name == "doiurl":
        yield "https://doi.org/", ""
        yield work.values["doi"], "doi"
    elif name == "law" or (style.kind == "law" and name == "b"):
        yield work.values["law"], "source"
    elif name == "conf" and work.values["conf"].startswith("Proc"):
        yield work.values["conf"], "source"
    elif name in _LABELS:
        yield work.values.get(name, ""), _LABELS[name]
    else:
        yield work.values.get(name, ""), ""


def _people(kind: str, manner: str, work: Work, random: Random) -> Iterator[Piece]:
    role = {"a": "author", "e": "editor", "tr": "translator", "r": "author"}[kind]
    people = work.authors if kind in ("a", "r") else work.editors
    pieces = people_pieces(people, manner, role, work.values, random)
    yield from [(text, "") for text, _ in pieces] if kind == "r" else pieces


def _edition(text: str) -> Iterator[Piece]:
    number = _ORDINAL.match(text)
    if number is None:
        yield text, ""
        return
    yield number[0], "edition"
    yield text[number.end() :], ""


def _pages(text: str) -> Iterator[Piece]:
    first, dash, last = re.split(r"(\D+)", text, maxsplit=1)
    yield first, "fpage"
    yield dash, ""
    yield last, "lpage"
