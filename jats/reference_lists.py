"""Lists of references as text → the same lists in a format of one's choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jats.citations.parse import ParsedReference, parse
from jats.citations.split import Listed, ListOfReferences

if TYPE_CHECKING:
    from jats.elements.references.alone import PrintedReference


@dataclass(frozen=True, slots=True)
class ParsedList:
    """A list: its heading, and each reference with what was read in it."""

    title: str
    items: tuple[tuple[Listed, ParsedReference], ...]


def parsed_lists(lists: list[ListOfReferences], seen: Callable[[int], None] = lambda _: None) -> list[ParsedList]:
    """Every reference parsed; `seen` is called after each with how many are done."""
    done = 0
    made = []
    for one in lists:
        items = []
        for item in one.items:
            items.append((item, parse(item.text)))
            done += 1
            seen(done)
        made.append(ParsedList(one.title, tuple(items)))
    return made


def _yaml(lists: list[ParsedList]) -> str:
    from jats.citations.formats.article_file import to_yaml

    return to_yaml((one.title, [(item.label, parsed) for item, parsed in one.items]) for one in lists)


def _jsonl(lists: list[ParsedList]) -> str:
    from jats.citations.formats.jsonl import to_jsonl

    return "".join(to_jsonl(parsed) for one in lists for _, parsed in one.items)


def _csl(lists: list[ParsedList]) -> str:
    import json

    return json.dumps(_items(lists), ensure_ascii=False, indent=2) + "\n"


def _bibtex(lists: list[ParsedList]) -> str:
    from jats.citations.formats.bibtex import to_bibtex

    return to_bibtex(_items(lists))


def _ris(lists: list[ParsedList]) -> str:
    from jats.citations.formats.ris import to_ris

    return to_ris(_items(lists))


def _items(lists: list[ParsedList]) -> list[dict[str, object]]:
    from jats.citations.formats.csl import to_csl

    every = [parsed for one in lists for _, parsed in one.items]
    return [to_csl(parsed.type, parsed.fields, f"ref{number}") for number, parsed in enumerate(every, 1)]


def _jats(lists: list[ParsedList]) -> str:
    from jats.elements.build import WriteContext
    from jats.elements.references.alone import ref_lists
    from jats.options import Options
    from jats.schema.catalog import variant_for
    from jats.schema.content import grammar

    usual = Options()
    variant = variant_for(usual.tag_set, usual.version)
    context = WriteContext(grammar(variant.name), usual.version, usual.tag_set)
    return ref_lists([(one.title, [_printed(item, parsed) for item, parsed in one.items]) for one in lists], context)


def _printed(item: Listed, parsed: ParsedReference) -> PrintedReference:
    from jats.citations.article_fields import work_fields
    from jats.elements.references.alone import PrintedReference

    language = work_fields(parsed.type, parsed.fields).get("language")
    spans = tuple((span.start, span.end, span.label) for span in parsed.spans)
    return PrintedReference(parsed.text, item.label, spans, parsed.type, language)


FORMATS: dict[str, Callable[[list[ParsedList]], str]] = {
    "yaml": _yaml, "jsonl": _jsonl, "jats": _jats, "csl-json": _csl, "bibtex": _bibtex, "ris": _ris,
}  # fmt: skip
"""Each format by its name: parsed lists → text."""
