"""What an editor writes if a rule misses something: rules speak of elements, an article file has fields."""

from __future__ import annotations

import json
import re
from functools import cache

from jats.checking.editors_words import editors_words, is_about_xml, translated, without_remedy
from jats.draft import Map, Text
from jats.findings import Finding
from jats.vocab.tables import tabbed_rows

_LONGEST = 60
_SHORT = {
    "affiliations": "text",
    "authors": "name",
    "contributors": "name",
    "license": "name",
    "references": "text",
    "supplementary_material": "file",
    "translations": "doi",
}
"""The field that an item written as one text is short for."""

_ONE_KIND = re.compile(r"(?P<start>(?P<key>\w+): \{\w+: )[^,{}]+\}")


def in_words(finding: Finding, draft: Map, given: str = "") -> str:
    """What is added to a rule's message about an article file; nothing if the message says enough, or no field helps.

    An example of one kind of value (`issn: {electronic: …}`) is given with the value that the file has. `given` is what the
    file has in short where the field belongs: that is to be written in full.
    """
    holder, fields = hints().get(finding.code, ("", ()))
    if holder == "journal":
        fields = tuple(_with_own_value(field, draft) for field in fields)
    if not fields:
        return ""
    path, keys = finding.data_path, {field.partition(":")[0] for field in fields}
    if holder in ("article", "journal"):
        return f"; in the {holder} file: {' and '.join(fields)}"
    if path is None:
        return f"; write {' and '.join(fields)} in one of {holder}"
    last = re.sub(r"\[\d+\]$", "", path).rpartition(".")[2]
    if last == _SHORT.get(holder) and "." in path:  # the item's own text or name: the field belongs beside it
        path = path.rpartition(".")[0]
    if last in keys:
        return f"; write {' and '.join(fields)}"
    if given and last == holder and holder in _SHORT:
        return f"; write it as {{{_SHORT[holder]}: {_in_yaml(given)}, {', '.join(fields)}}}"
    return f"; write {' and '.join(fields)} in {path}"


def _in_yaml(text: str) -> str:
    """A text as YAML takes it between other fields; a long one is cut."""
    line = " ".join(text.split())
    line = line if len(line) <= _LONGEST else line[:_LONGEST].rstrip() + " …"
    return line if re.fullmatch(r"\w[\w .-]*", line) else json.dumps(line, ensure_ascii=False)


def for_editors(finding: Finding, draft: Map, given: str = "", *, typed: bool = False) -> str:
    """The finding's message in an editor's words, with the field to write unless they say it.

    About markup that was typed into a field, a message without words of its own keeps those of XML.
    """
    code, message = finding.code, finding.message
    words, enough = editors_words(code, message, re.split(r"[.\[]", finding.data_path or "", maxsplit=1)[0])
    if typed:
        return words if enough else message
    if not words and code in hints() and is_about_xml(message):
        words = translated(without_remedy(message))
        words = _sentence(code) if is_about_xml(words) else words
    return words if enough else (words or translated(message)) + in_words(finding, draft, given)


@cache
def _sentence(code: str) -> str:
    """The first sentence of the rule's page, which says what must be."""
    from jats.rules import explain

    page = explain(code)
    title = "" if page is None else page.title.rstrip(".").replace("`", "")
    return title[:1].lower() + title[1:]


def _with_own_value(field: str, draft: Map) -> str:
    match = _ONE_KIND.fullmatch(field)
    journal = draft.items.get("journal")
    own = journal.items.get(match["key"]) if match and isinstance(journal, Map) else None
    return f"{match['start']}{own.value}}}" if match and isinstance(own, Text) else field


@cache
def hints() -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each code the object whose fields are missing (`article`, `journal`, or the field that lists it), and the fields."""
    return {code: (holder, tuple(fields.split(" | "))) for code, holder, fields in tabbed_rows("rules/fields.tsv")}
